import { covers, expect, type Requirement, test } from '@uat/fixtures';

const requires: Requirement[] = ['capability:hub', 'capability:downloads'];

test.describe('the hub in the console', () => {
  test(
    'a search lists what the hub has, and an exact one the repository of that name only',
    covers('ENG-8749', { catches: 'MX21', requires }),
    async ({ consoleAs, engine }) => {
      const console = await consoleAs('viewer', { at: '/settings/mode' });
      const { modelsPage } = console;
      await console.settingsPage.switchToAdvanced();
      await console.open('/models');

      await modelsPage.search(engine.search);
      await expect(modelsPage.found.nth(1)).toBeVisible();
      await modelsPage.search(engine.chat.repository, { exact: true });

      await expect(modelsPage.found).toHaveText([engine.chat.repository]);
    },
  );

  test(
    'the files of a model are offered with their sizes, all of them chosen',
    covers('ENG-8749', { catches: 'MX71', severity: 'critical', requires }),
    async ({ as, consoleAs, engine }) => {
      const { repository } = engine.spare;
      const files = await (await as('user')).modelFiles.search({ hub: 'HubsHf', model: repository });
      const console = await consoleAs('user', { at: '/settings/mode' });
      const { modelsPage } = console;
      await console.settingsPage.switchToAdvanced();
      await console.open('/models');
      await modelsPage.search(repository, { exact: true });

      await modelsPage.chooseFiles(repository);

      await expect(modelsPage.allFiles).toBeChecked();
      await expect(modelsPage.filesDialog.getByRole('checkbox', { checked: true })).toHaveCount(
        files.length + 1,
      );
      await expect(modelsPage.filesDialog.getByText(/ - [\d.]+ ([KMGT]B|bytes)$/)).toHaveCount(files.length);
    },
  );

  test(
    'a search that the hub cut short says that there is more',
    covers('ENG-8749', { catches: 'M19', requires: [...requires, 'capability:hub-conditions'] }),
    async ({ consoleAs, engine, hubConditions }) => {
      const console = await consoleAs('viewer', { at: '/settings/mode' });
      const { modelsPage } = console;
      await console.settingsPage.switchToAdvanced();
      await console.page.setExtraHTTPHeaders(hubConditions({ pages: 1 }).headers);
      await console.open('/models');

      await modelsPage.search(engine.search);

      await expect(modelsPage.found).not.toHaveCount(0);
      await expect(modelsPage.partOnly).toContainText('429');
    },
  );
});
