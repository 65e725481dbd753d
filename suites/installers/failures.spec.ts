import {
  clearAway,
  covers,
  cutPowerDuringInstall,
  expect,
  fillDisk,
  loseDependency,
  lostData,
  occupyPort,
  promisedSuccess,
  repair,
  residue,
  spoilData,
  test,
  tooSmallFor,
} from '@uat/fixtures/installers';

test.describe('when something goes wrong', () => {
  test(
    'on a full disk it fails, says that there is no space and is not installed',
    covers('ENG-9182', { severity: 'critical', requires: ['host:disk-full'] }),
    async ({ hostAt, packaged }) => {
      const host = await hostAt('base', { diskMegabytes: 64 });
      await fillDisk(host, await packaged());

      const result = await host.install();

      expect(result).toBeRefused(/space/i);
      await expect(host).toHaveNothingInstalled();
    },
  );

  test(
    'where the disk of its programs is full it fails, says so and is not installed',
    covers('ENG-9182', {
      catches: ['F27', 'F28'],
      requires: ['host:disk-full', 'product:code'],
    }),
    async ({ hostAt, packaged, product }) => {
      const host = await hostAt('base', { tmpfs: tooSmallFor(await packaged(), product) });

      const result = await host.install();

      expect(result).toBeRefused(/space/i);
      await expect(host).toHaveNothingInstalled();
    },
  );

  test(
    'where its programs cannot be written it fails, and is not installed',
    covers('ENG-9182', { requires: ['host:read-only', 'product:code'] }),
    async ({ hostAt, product }) => {
      const host = await hostAt('base', { readOnly: product.profile.folders.code });

      const result = await host.install();

      expect(result).toBeRefused(/read-only|permission|permitted|space/i);
      await expect(host).toHaveNothingInstalled();
    },
  );

  test(
    'where its port is taken it refuses, and names the port',
    covers('ENG-8749', {
      catches: ['F31', 'F32'],
      requires: ['host:init', 'product:ports', 'product:refuses busy port'],
    }),
    async ({ hostAt, product }) => {
      const host = await hostAt();
      await occupyPort(host);

      const result = await host.install();

      expect(result).toBeRefused(new RegExp(`\\b${product.profile.ports[0]}\\b`));
      expect(promisedSuccess(result)).toHaveNoFindings();
      await expect(host).toHaveNothingInstalled();
    },
  );

  test(
    'without something that it depends on it refuses, names it and is not installed',
    covers('ENG-10771', { requires: ['product:deb', 'product:dependency'] }),
    async ({ hostAt }) => {
      const host = await hostAt();
      const missing = await loseDependency(host);

      const result = await host.install();

      expect(result).toBeRefused(new RegExp(RegExp.escape(missing)));
      await expect(host).toHaveNothingInstalled();
    },
  );

  test(
    'an upgrade that cannot take over what was stored is refused, and keeps it',
    covers('ENG-10325', {
      catches: 'F10',
      severity: 'critical',
      requires: ['product:previous', 'product:migration'],
    }),
    async ({ hostAt, product }) => {
      const host = await hostAt('upgradable');
      await host.use();
      await spoilData(host);
      const before = await host.snapshot();

      const result = await host.install();

      expect(result).toBeRefused(/migrat|data/i);
      expect(lostData(product, before, await host.snapshot())).toHaveNoFindings();
    },
  );

  test(
    'after a power cut in the middle of it, the same installation makes it whole',
    covers('ENG-10771', { severity: 'critical', requires: ['host:init', 'host:power-cut'] }),
    async ({ hostAt, packaged }, testInfo) => {
      const host = await hostAt();
      await cutPowerDuringInstall(host, await packaged(), testInfo);

      const result = await repair(host);

      expect(result).toEndWell();
      expect(await host.whyUnwell()).toBeWell();
    },
  );

  test(
    'after a power cut in the middle of it, it can be removed',
    covers('ENG-10771', {
      catches: 'F29',
      requires: ['host:init', 'host:power-cut', 'product:package manager', 'product:purge'],
    }),
    async ({ hostAt, packaged, stageRecord, product }, testInfo) => {
      const host = await hostAt();
      await cutPowerDuringInstall(host, await packaged(), testInfo);

      const result = await clearAway(host);

      expect(result).toEndWell();
      expect(residue(product, await stageRecord('base'), await host.snapshot(), 'purge')).toHaveNoFindings();
    },
  );
});
