import {
  brokenLinks,
  covers,
  expect,
  occupyPort,
  promisedSuccess,
  test,
  traces,
} from '@uat/fixtures/installers';

test.describe('installation', () => {
  test(
    'it installs by the package manager, without a network and without a question',
    covers('ENG-10771', { catches: ['F33', 'F34'], severity: 'blocker' }),
    async ({ installed }) => {
      expect(installed.result).toEndWell();
    },
  );

  test(
    'every link that it makes leads somewhere',
    covers('ENG-10771', { catches: 'F39' }),
    async ({ installed }) => {
      expect(brokenLinks(installed.changes, installed.after)).toHaveNoFindings();
    },
  );

  test(
    'it installs by the tool below the package manager',
    covers('ENG-10771', { requires: ['product:package manager'] }),
    async ({ hostAt }) => {
      const host = await hostAt();

      const result = await host.installDirectly();

      expect(result).toEndWell();
      expect(await host.whyUnwell()).toBeWell();
    },
  );

  test(
    'it installs where no one can answer: standard input is closed',
    covers('ENG-10771', { catches: 'F34' }),
    async ({ hostAt }) => {
      const host = await hostAt();

      const result = await host.install('artifact', { stdin: 'closed' });

      expect(result).toEndWell();
    },
  );

  test(
    'without the licence accepted it refuses, names the variable and changes nothing',
    covers('ENG-10771', { severity: 'critical', requires: ['product:licence'] }),
    async ({ hostAt, product }) => {
      const host = await hostAt();
      const before = await host.snapshot();

      const result = await host.installWithoutLicence();

      expect(result).toBeRefused(new RegExp(product.profile.licence?.variable ?? ''));
      expect(traces(product, before, await host.snapshot())).toHaveNoFindings();
    },
  );

  test(
    'variables that somebody has set for something else change nothing',
    covers('ENG-10325', { requires: ['host:init', 'product:version command'] }),
    async ({ hostAt, product }) => {
      const host = await hostAt();
      const env = { NAMESPACE: 'another', NAME: 'another', VERSION: '0', PORT: '1', DATA: '/nowhere' };

      const result = await host.install('artifact', { env });

      expect(result).toEndWell();
      expect(await host.whyUnwell()).toBeWell();
      expect(await host.version()).toNameVersion(product.version);
    },
  );

  test(
    'it says that it is installed only where it is',
    covers('ENG-10771', { catches: 'F30', requires: ['host:init', 'product:refuses busy port'] }),
    async ({ hostAt }) => {
      const host = await hostAt();
      await occupyPort(host);

      const result = await host.install();

      expect(promisedSuccess(result)).toHaveNoFindings();
    },
  );
});
