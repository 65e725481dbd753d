import { covers, expect, stoppedServices, test } from '@uat/fixtures/installers';

test.describe('going back to an older version', () => {
  test(
    'it refuses, and says that the installed version is newer',
    covers('ENG-10325', { catches: 'F26', requires: ['product:previous', 'product:refuses downgrade'] }),
    async ({ machineAt, product }) => {
      const machine = await machineAt('installed');
      await machine.untilWell();

      const result = await machine.installDirectly('previous');

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
    async ({ machineAt, product }) => {
      const machine = await machineAt('installed');
      await machine.use();
      const stored = await machine.stored();

      await machine.installDirectly('previous');

      expect(await machine.whyUnwell()).toBeWell();
      expect(stoppedServices(product, await machine.host.facts())).toHaveNoFindings();
      expect(await machine.version()).toNameVersion(product.version);
      expect(await machine.stored()).toHaveKept(stored);
    },
  );
});
