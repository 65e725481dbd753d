import { covers, expect, test } from '@uat/fixtures/installers';

test.describe('the installed Kamiwaza', () => {
  test(
    'keeps the promises of the smoke layer',
    covers('ENG-8749', { severity: 'blocker', requires: ['host:init'] }),
    async ({ installedTarget }) => {
      expect(await installedTarget.breaks('smoke')).toHaveNoFindings();
    },
  );

  test(
    'keeps the promises of signing in and of rights',
    covers('ENG-2861', {
      severity: 'critical',
      requires: ['host:init', 'product:programs of its own'],
    }),
    async ({ installedTarget }) => {
      expect(await installedTarget.breaks('authnz')).toHaveNoFindings();
    },
  );

  test(
    'lets a person sign in to its console',
    covers('ENG-8749', { severity: 'blocker', requires: ['host:init'] }),
    async ({ installedTarget, installedConsole }) => {
      await installedConsole.signInPage.signIn(installedTarget.account);

      await expect(installedConsole.heading('Home')).toBeVisible();
      await expect(installedConsole.shell.welcome(installedTarget.account.username)).toBeVisible();
    },
  );
});
