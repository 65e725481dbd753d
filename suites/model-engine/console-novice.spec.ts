import { covers, expect, test } from '@uat/fixtures';

test.describe('novice mode', () => {
  test(
    'one click fetches and deploys what the guide recommends, until one can talk with it',
    covers('ENG-8749', {
      regression: ['M32', 'MX77'],
      severity: 'critical',
      needs: [
        'grant:deployments',
        'grant:models',
        'offer:deployments',
        'offer:downloads',
        'offer:guide',
        'offer:own-models',
      ],
    }),
    async ({ as, consoleAs, data, engine, fetched }) => {
      const { guide, modelConfigs } = await as('admin');
      const { id } = await fetched('chat');
      const usual = (await modelConfigs.list(id)).find((config) => config.default);
      data.deploymentsBy(String(usual?.id));
      const recommends = ({ variants = [] }: { variants?: { variant_repo: string }[] }) =>
        variants.some((variant) => variant.variant_repo === engine.chat.repository);
      const entry = (await guide.list()).find(recommends);
      const console = await consoleAs('admin', { fresh: true, at: '/models' });
      const { chatPage, deployments, modelsPage } = console;
      const deployment = deployments.row(String(usual?.name));

      await modelsPage.deployRecommended(String(entry?.name));

      await deployments.serves(deployment);
      await deployments.chatOf(deployment).click();
      await chatPage.say(engine.prompts.short);
      await expect(chatPage.answers).toHaveText(/\S/);
    },
  );

  test(
    'a viewer sees what is recommended, and is offered to deploy none of it',
    covers('ENG-8749', { regression: 'MX78', needs: ['offer:guide', 'role:viewer'] }),
    async ({ consoleAs }) => {
      const console = await consoleAs('viewer', { fresh: true, at: '/models' });
      const { modelsPage } = console;

      await expect(modelsPage.recommended.getByRole('rowheader')).not.toHaveCount(0);
      await expect(modelsPage.recommended.getByRole('button')).toHaveCount(0);
    },
  );

  test(
    'who starts as a novice finds the whole hub in Advanced Mode',
    covers('ENG-8749', { needs: ['offer:guide', 'offer:hub', 'role:viewer'] }),
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
