import { covers, expect, test } from '@uat/fixtures';

test.describe('sign-out', () => {
  test(
    'after signing out the next visit shows the login page',
    covers('ENG-6911', { regression: 'A1', severity: 'critical', needs: ['grant:sessions'] }),
    async ({ consoleAs }) => {
      const console = await consoleAs('user', { fresh: true });

      await console.shell.signOut();

      await expect(console.signInPage.heading).toBeVisible();
      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'a signed-out session cannot be refreshed',
    covers('ENG-6911', { regression: 'A1', needs: ['grant:sessions'] }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const session = await anyone.auth.token(account('user'));
      const holder = await as({ token: session.access_token });

      await holder.auth.logout();

      await expect(anyone.auth.refresh({ refreshToken: String(session.refresh_token) })).toBeDenied(401);
    },
  );
});
