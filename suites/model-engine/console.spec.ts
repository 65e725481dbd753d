import { covers, expect, type Requirement, test } from '@uat/fixtures';

const requires: Requirement[] = ['capability:hub'];

test.describe('the console of the model engine', () => {
  test(
    'a viewer sees what runs, reads its logs and talks with it, and is offered nothing that ends it',
    covers('ENG-6530', { requires }),
    async ({ consoleAs, engine, served }) => {
      const { m_config_name } = served();
      const console = await consoleAs('viewer', { at: '/models' });
      const { chatPage, deployments } = console;
      const deployment = deployments.row(String(m_config_name));

      await deployments.openLogs(deployment);
      await expect(deployments.logs).toHaveText(/\S/);
      await deployments.close();
      await expect(deployment.getByRole('button', { name: /^(Stop|Delete)/ })).toBeHidden();
      await deployments.chatOf(deployment).click();
      await chatPage.say(engine.prompts.short);

      await expect(chatPage.answers).toHaveText(/\S/);
      await expect(chatPage.conversation).toHaveAttribute('aria-busy', 'false');
    },
  );

  test(
    'its pages and dialogs are accessible, in light and in dark colours',
    covers('ENG-8749', { requires }),
    async ({ consoleAs, engine, served }) => {
      // Each page is looked at by hundreds of rules, twice.
      test.slow();
      const { id, m_id } = served();
      const console = await consoleAs('admin', { at: '/settings/mode' });
      const { chatPage, deployments, modelPage, modelsPage } = console;
      await console.settingsPage.switchToAdvanced();

      await test.step('models', async () => {
        await console.open('/models');
        await modelsPage.search(engine.chat.repository, { exact: true });
        await expect(modelsPage.result(engine.chat.repository)).toBeVisible();
        await expect.soft(console).toBeAccessible();
        await modelsPage.chooseFiles(engine.chat.repository);
        await expect(modelsPage.file(engine.chat.file)).toBeChecked();
        await expect.soft(console).toBeAccessible();
      });

      await test.step('model', async () => {
        await console.open(`/models/${m_id}`);
        await expect(modelPage.file(engine.chat.file)).toBeVisible();
        await expect(deployments.row('DEPLOYED').first()).toBeVisible();
        await expect.soft(console).toBeAccessible();
      });

      await test.step('chat', async () => {
        await console.open(`/models/chat/${id}`);
        await chatPage.say(engine.prompts.short);
        await expect(chatPage.answers).toHaveText(/\S/);
        await expect.soft(console).toBeAccessible();
      });
    },
  );
});
