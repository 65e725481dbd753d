import { covers, expect, test } from '@uat/fixtures';

test.describe('sign-in', () => {
  test(
    'the right name and password open the console',
    covers('ENG-8749', { regression: 'A11', severity: 'blocker' }),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');

      await console.signInPage.signIn(account('user'));

      await expect(console.heading('Home')).toBeVisible();
      await expect(console.shell.welcome(account('user').username)).toBeVisible();
    },
  );

  test(
    'a wrong password keeps the visitor out',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');

      await console.signInPage.signIn({ ...account('user'), password: 'not the password' });

      await expect(console.signInPage.alert).toHaveText('Invalid username or password.');
      await expect(console.signInPage.heading).toBeVisible();
      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'an unknown name is refused in the same words',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('anonymous');

      await console.signInPage.signIn({ username: 'nobody-of-that-name', password: 'not the password' });

      await expect(console.signInPage.alert).toHaveText('Invalid username or password.');
    },
  );

  test(
    'the page that was asked for opens after signing in',
    covers('ENG-8749'),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');
      await console.open('/models');

      await console.signInPage.signIn(account('user'));

      await expect(console.heading('Models')).toBeVisible();
    },
  );
});
