import {
  covers,
  disksFor,
  expect,
  harmedNeighbours,
  kept,
  lost,
  lostSettings,
  residue,
  test,
} from '@uat/fixtures/installers';

test.describe('removal', () => {
  test('it can be removed', covers('ENG-10771', { severity: 'blocker' }), async ({ removed }) => {
    expect(removed.result).toEndWell();
  });

  test(
    'nothing of it runs or stays but its settings and data',
    covers('ENG-10771', { catches: ['F2', 'F12'], severity: 'critical' }),
    async ({ removed, stageRecord, product }) => {
      expect(residue(product, await stageRecord('base'), removed.after, 'remove')).toHaveNoFindings();
    },
  );

  test(
    'edited settings, and files that somebody put beside them, are kept',
    covers('ENG-10771', { catches: 'F9' }),
    async ({ removed, product }) => {
      expect(lostSettings(product, removed)).toHaveNoFindings();
      expect(kept(product, removed)).toHaveNoFindings();
    },
  );

  test(
    'what was stored is there again when it is installed again',
    covers('ENG-10771', { severity: 'critical', requires: ['host:init', 'product:data'] }),
    async ({ removed, hostAt }) => {
      const host = await hostAt('removed');

      const result = await host.install();

      expect(result).toEndWell();
      expect(await host.whyUnwell()).toBeWell();
      expect(await host.stored()).toHaveKept(removed.storedBefore);
    },
  );
});

test.describe('purge', () => {
  test('it can be purged', covers('ENG-10771', { severity: 'blocker' }), async ({ purged }) => {
    expect(purged.result).toEndWell();
  });

  test(
    'nothing of it is left',
    covers('ENG-10771', {
      catches: ['F1', 'F3', 'F4', 'F5', 'F6', 'F38', 'F39', 'F40', 'F41', 'F42', 'F43'],
      severity: 'critical',
    }),
    async ({ purged, product }) => {
      expect(residue(product, purged.before, purged.after, 'purge')).toHaveNoFindings();
    },
  );

  test(
    'nothing is gone that was there before it came',
    covers('ENG-10771', { catches: 'F7', severity: 'critical' }),
    async ({ purged }) => {
      expect(lost(purged.before, purged.after)).toHaveNoFindings();
    },
  );

  test(
    'files of people and of other products stay as they were',
    covers('ENG-10771', { catches: 'F8', severity: 'critical' }),
    async ({ purged, product }) => {
      expect(harmedNeighbours(product, purged.before, purged.after)).toHaveNoFindings();
    },
  );

  test(
    'it can be installed again, and answers',
    covers('ENG-10771', { catches: ['F4', 'F5'], requires: ['product:purge'] }),
    async ({ hostAt }) => {
      const host = await hostAt('purged');

      const result = await host.install();

      expect(result).toEndWell();
      expect(await host.whyUnwell()).toBeWell();
    },
  );

  test(
    'it can be purged where its data lie on a disk of their own',
    covers('ENG-10771', {
      catches: 'F11',
      requires: ['host:disk-full', 'product:data folder', 'product:purge'],
    }),
    async ({ hostAt, product }) => {
      const host = await hostAt('base', { tmpfs: disksFor(product.profile.folders.data) });
      await host.install();

      const result = await host.purge();

      expect(result).toEndWell();
    },
  );
});
