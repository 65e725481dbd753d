import { covers, expect, test } from '@uat/fixtures';

test.describe('what the console shows an administrator', () => {
  for (const page of ['home', 'models', 'cluster', 'activity', 'settings']) {
    test(`the page ${page} opens`, covers('ENG-34'), async ({ consoleAs }) => {
      const console = await consoleAs('admin', { at: `/${page}` });

      await expect(console.shell.sidebar).toBeVisible();
    });
  }
});
