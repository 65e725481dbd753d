import { covers, expect, stoppedServices, test } from '@uat/fixtures/installers';

test.describe('going back to an older version', () => {
  test(
    'it refuses, and says that the installed version is newer',
    covers('ENG-10325', { catches: 'F26', requires: ['product:previous', 'product:refuses downgrade'] }),
    async ({ hostAt, product }) => {
      const host = await hostAt('installed');
      await host.untilWell();

      const result = await host.installDirectly('previous');

      expect(result).toBeRefused(new RegExp(RegExp.escape(product.version)));
    },
  );

  test(
    'after it refused, the installed version still runs with all that it stored',
    covers('ENG-10325', {
      catches: 'F37',
      severity: 'critical',
      requires: ['host:init', 'product:previous', 'product:refuses downgrade', 'product:service'],
    }),
    async ({ hostAt, product }) => {
      const host = await hostAt('installed');
      await host.use();
      const stored = await host.stored();

      await host.installDirectly('previous');

      expect(await host.whyUnwell()).toBeWell();
      expect(stoppedServices(product, await host.system.facts())).toHaveNoFindings();
      expect(await host.version()).toNameVersion(product.version);
      expect(await host.stored()).toHaveKept(stored);
    },
  );
});
