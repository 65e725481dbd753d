import { covers, expect, test } from '@uat/fixtures';

test.describe('the page of an identity provider', () => {
  test('it refuses in words, and lets in', covers('ENG-34'), async ({ consoleAs, account }) => {
    const console = await consoleAs('anonymous');

    await console.signInPage.signIn({ ...account('admin'), password: 'not the password' });

    await expect(console.signInPage.alert).toHaveText(/\w+ \w+/);
    await expect(console.signInPage.heading).toBeVisible();
    await console.signInPage.signIn(account('admin'));
    await expect(console.shell.sidebar).toBeVisible();
  });
});
