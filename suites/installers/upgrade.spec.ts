import {
  covers,
  expect,
  harmedNeighbours,
  kept,
  lostSettings,
  stoppedServices,
  test,
} from '@uat/fixtures/installers';

test.describe('upgrade', () => {
  test(
    'the version before it becomes this one',
    covers('ENG-10325', { catches: 'F24', severity: 'blocker' }),
    async ({ upgraded }) => {
      expect(upgraded.result).toEndWell();
    },
  );

  test(
    'what runs afterwards is the new version',
    covers('ENG-10325', { catches: 'F23', requires: ['host:init', 'product:version command'] }),
    async ({ upgraded, product }) => {
      expect(upgraded.version).toNameVersion(product.version);
    },
  );

  test(
    'its services are active afterwards, and answer',
    covers('ENG-10325', {
      catches: ['F21', 'F22'],
      severity: 'blocker',
      requires: ['host:init', 'product:service'],
    }),
    async ({ upgraded, product }) => {
      expect(upgraded.unwell).toBeWell();
      expect(stoppedServices(product, upgraded.after.facts)).toHaveNoFindings();
    },
  );

  test(
    'what was stored is still there',
    covers('ENG-10325', { severity: 'blocker', requires: ['host:init', 'product:data'] }),
    async ({ upgraded }) => {
      expect(upgraded.storedBefore).toHaveStored();
      expect(upgraded.stored).toHaveKept(upgraded.storedBefore);
    },
  );

  test(
    'settings that somebody edited stay as they are',
    covers('ENG-10325', { catches: ['F13', 'F15'], requires: ['product:settings'] }),
    async ({ upgraded, product }) => {
      expect(lostSettings(product, upgraded)).toHaveNoFindings();
    },
  );

  test(
    'files that somebody put among its settings and data stay',
    covers('ENG-10325'),
    async ({ upgraded, product }) => {
      expect(kept(product, upgraded)).toHaveNoFindings();
    },
  );

  test(
    'files of others stay as they were',
    covers('ENG-10325'),
    async ({ stageRecord, upgraded, product }) => {
      expect(harmedNeighbours(product, await stageRecord('base'), upgraded.after)).toHaveNoFindings();
    },
  );

  test(
    'a version that must not be skipped is not skipped: it refuses, and names the one to install first',
    covers('ENG-10325', {
      catches: 'F25',
      requires: ['product:next', 'product:previous', 'product:refuses skipped version'],
    }),
    async ({ hostAt, product }) => {
      const host = await hostAt('upgradable');
      await host.untilWell();

      const result = await host.install('next');

      expect(result).toBeRefused(new RegExp(RegExp.escape(product.version)));
      expect(await host.whyUnwell()).toBeWell();
    },
  );
});
