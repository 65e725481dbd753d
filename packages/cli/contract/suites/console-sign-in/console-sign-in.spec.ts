import { covers, expect, test } from '@uat/fixtures';

test.describe('sign-in in front of the console', () => {
  test('the administrator sees the console', covers('ENG-34'), async ({ consoleAs }) => {
    const console = await consoleAs('admin');

    await expect(console.shell.sidebar).toBeVisible();
  });
});
