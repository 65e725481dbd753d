import { covers, expect, test } from '@uat/fixtures';

test.describe('novice mode', () => {
  test(
    'a viewer sees what is recommended, and is offered to deploy none of it',
    covers('ENG-8749', { catches: 'MX78', requires: ['capability:guide'] }),
    async ({ consoleAs }) => {
      const console = await consoleAs('viewer', { fresh: true, at: '/models' });
      const { modelsPage } = console;

      await expect(modelsPage.recommended.getByRole('rowheader')).not.toHaveCount(0);
      await expect(modelsPage.recommended.getByRole('button')).toHaveCount(0);
    },
  );

  test(
    'a novice finds the whole hub in Advanced Mode',
    covers('ENG-8749', { requires: ['capability:guide', 'capability:hub'] }),
    async ({ consoleAs }) => {
      const console = await consoleAs('viewer', { fresh: true, at: '/models' });
      const { modelsPage } = console;

      await expect(modelsPage.recommended).toBeVisible();
      await expect(modelsPage.searchField).toBeHidden();
      await console.open('/settings/mode');
      await console.settingsPage.switchToAdvanced();
      await console.open('/models');

      await expect(modelsPage.searchField).toBeVisible();
      await expect(modelsPage.recommended).toBeHidden();
    },
  );
});
