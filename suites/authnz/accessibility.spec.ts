import { covers, expect, test } from '@uat/fixtures';

/** The pages of the console, and what stands on each when it has loaded. */
const pages = [
  { path: '/', heading: 'Home', shows: 'Latest Release' },
  { path: '/models', heading: 'Models', shows: 'Your Models' },
  { path: '/cluster/home', heading: 'Cluster', shows: 'Processors' },
  { path: '/activity', heading: 'Activity', shows: 'When' },
];

test.describe('accessibility', () => {
  test(
    'the login page is accessible, light and dark',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('anonymous');

      await expect(console.signInPage.heading).toBeVisible();

      await expect(console).toBeAccessible();
    },
  );

  test(
    'the pages of the console are accessible, light and dark',
    covers('ENG-8749'),
    async ({ consoleAs }) => {
      // Each page is looked at by hundreds of rules, twice.
      test.slow();
      const console = await consoleAs('admin');

      for (const { path, heading, shows } of pages) {
        await test.step(path, async () => {
          await console.open(path);
          await expect(console.heading(heading)).toBeVisible();
          await expect(console.page.getByRole('main').getByText(shows, { exact: true })).toBeVisible();

          await expect.soft(console).toBeAccessible();
        });
      }
    },
  );

  test(
    'the settings and their dialogs are accessible, light and dark',
    covers('ENG-8749', { requires: ['capability:users'] }),
    async ({ consoleAs }) => {
      // Each page is looked at by hundreds of rules, twice.
      test.slow();
      const console = await consoleAs('admin', { at: '/settings' });
      const { settingsPage } = console;

      await test.step('tokens', async () => {
        await expect(settingsPage.tokens).toBeVisible();
        await expect.soft(console).toBeAccessible();
        await settingsPage.openTokenDialog();
        await expect(settingsPage.tokenDialog).toBeVisible();
        await expect.soft(console).toBeAccessible();
      });

      await test.step('users', async () => {
        await console.open('/settings/users');
        await settingsPage.openUserDialog();
        await expect(settingsPage.userDialog).toBeVisible();
        await expect.soft(console).toBeAccessible();
      });
    },
  );
});
