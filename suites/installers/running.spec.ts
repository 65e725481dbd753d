import {
  covers,
  expect,
  failedUnits,
  portFindings,
  restartedServices,
  rootProcesses,
  skipWithoutServices,
  stoppedServices,
  test,
} from '@uat/fixtures/installers';

test.describe('the installed product runs', () => {
  test(
    'its services are active, and start at boot',
    covers('ENG-8749', { severity: 'blocker', requires: ['host:init', 'product:service'] }),
    async ({ installed, product }, testInfo) => {
      skipWithoutServices(product, installed.later, testInfo);

      expect(stoppedServices(product, installed.later)).toHaveNoFindings();
    },
  );

  test(
    'it answers for its health',
    covers('ENG-8749', { severity: 'blocker', requires: ['host:init', 'product:health'] }),
    async ({ installed }) => {
      expect(installed.unwell).toBeWell();
    },
  );

  test(
    'its services stay the processes that were started',
    covers('ENG-8749', { requires: ['host:init', 'product:service'] }),
    async ({ installed, product }, testInfo) => {
      skipWithoutServices(product, installed.later, testInfo);

      expect(restartedServices(product, installed.after.facts, installed.later)).toHaveNoFindings();
    },
  );

  test('no unit has failed', covers('ENG-8749', { requires: ['host:init'] }), async ({ installed }) => {
    expect(failedUnits(installed.before.facts, installed.later)).toHaveNoFindings();
  });

  test(
    'it says that it is the version that was installed',
    covers('ENG-10325', { requires: ['product:version command'] }),
    async ({ installed, product }) => {
      expect(installed.version).toNameVersion(product.version);
    },
  );

  test(
    'it listens on its ports, and on no other to the network',
    covers('ENG-8749', { requires: ['host:init', 'product:ports'] }),
    async ({ installed, product }) => {
      expect(portFindings(product, installed.before.facts, installed.later)).toHaveNoFindings();
    },
  );

  test(
    'its service has the rights of a user of its own',
    covers('ENG-10771', { requires: ['host:init', 'product:user'] }),
    async ({ installed, product }) => {
      expect(rootProcesses(product, installed.later)).toHaveNoFindings();
    },
  );

  test(
    'its own check finds all well',
    covers('ENG-8749', { requires: ['host:init', 'product:doctor'] }),
    async ({ hostAt }) => {
      const host = await hostAt('installed');
      await host.untilWell();

      const result = await host.doctor();

      expect(result).toEndWell();
    },
  );

  test(
    'it is back after a reboot',
    covers('ENG-8749', { requires: ['host:init', 'product:health'] }),
    async ({ hostAt }) => {
      const host = await hostAt('installed');

      await host.system.stop();
      await host.boot();

      expect(await host.whyUnwell()).toBeWell();
    },
  );
});
