import { covers, expect, test } from '@uat/fixtures';

test.describe('browser', () => {
  test('a visitor is asked to sign in', covers('ENG-11'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await expect(console.signInPage.heading).toBeVisible();
  });
});
