import { covers, expect, test } from '@uat/fixtures';

test.describe('deployments in the console', () => {
  test(
    'a deployment is shown on its way and then to serve, without the page being loaded again',
    covers('ENG-6530', { catches: 'MX72', severity: 'critical' }),
    async ({ as, consoleAs, data, fetched, served }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const console = await consoleAs('admin', { at: '/models' });
      const { deployments } = console;
      await expect(deployments.row(String(served().m_config_name))).toBeVisible();

      const id = await data.deployment({ m_id, starting_copies: 2 });
      const { m_config_name } = await admin.serving.deployment(id);
      await console.comeBack();

      const row = deployments.row(String(m_config_name));
      await expect(row).toContainText(/REQUESTED|DEPLOYING|INITIALIZING/);
      await expect(deployments.chatOf(row)).toBeHidden();
      await deployments.serves(row);
      await expect(deployments.chatOf(row)).toBeVisible();
    },
  );

  test(
    'the details of a deployment say what it can do and where it speaks the OpenAI protocol',
    covers('ENG-8749', { catches: 'MX73' }),
    async ({ consoleAs, served }) => {
      const { id, m_config_name } = served();
      const console = await consoleAs('viewer', { at: '/models' });
      const { deployments } = console;

      await deployments.openDetails(deployments.row(String(m_config_name)));

      await expect(deployments.fact('Status')).toHaveText('DEPLOYED');
      await expect(deployments.fact('Capabilities')).toHaveText('chat.completions');
      await expect(deployments.fact('API')).toHaveText(`/runtime/models/${id}/v1`);
      await expect(deployments.fact('Id')).toHaveText(id);
    },
  );

  test(
    'a deployment that failed says why in the list, in its details and in its logs',
    covers('ENG-6530', {
      catches: ['MX74', 'M17', 'M21'],
      severity: 'critical',
      requires: ['capability:bundled-models'],
    }),
    async ({ consoleAs, data, fetched, settled }) => {
      const { id: m_id, fileId } = await fetched('chat', 'README.md');
      const id = await data.deployment({ m_id, m_file_id: fileId });
      const { last_error_message, m_config_name } = await settled(id);
      const reason = String(last_error_message);
      const console = await consoleAs('admin', { at: '/models' });
      const { deployments } = console;
      const row = deployments.row(String(m_config_name));

      await expect(row).toContainText('FAILED');
      await expect(row).toContainText('MODEL_LOADING_FAILURE');
      await expect(deployments.chatOf(row)).toBeHidden();
      await deployments.openDetails(row);
      await expect(deployments.reason).toHaveText(reason);
      await deployments.close();
      await deployments.openLogs(row);
      await expect(deployments.logs).toContainText(reason);
    },
  );

  test(
    'a deployment that has ended is deleted from the list, and is gone',
    covers('ENG-6530', { catches: 'MX75' }),
    async ({ as, consoleAs, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id });
      const { m_config_name } = await settled(id);
      await admin.serving.stop(id);
      const console = await consoleAs('admin', { at: '/models' });
      const { deployments } = console;
      const row = deployments.row(String(m_config_name));
      await expect(row).toContainText('STOPPED');

      await deployments.delete(row);

      await expect(row).toBeHidden();
      await expect(admin.serving.deployment(id)).toBeRejected(404);
    },
  );
});
