import { covers, expect, test } from '@uat/fixtures';

test.describe('failures of deployments', () => {
  test(
    'a model whose file is gone has to be downloaded again, and waiting for it ends',
    covers('ENG-6530', { catches: ['M2', 'M2b'], severity: 'critical', requires: ['capability:downloads'] }),
    async ({ as, data, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await data.model();

      const id = await data.deployment({ m_id });
      const deployment = await settled(id);

      expect(deployment).toMatchObject({ status: 'MUST_REDOWNLOAD', last_error_code: 'MUST_REDOWNLOAD' });
      expect(deployment.last_error_message).toMatch(/download/i);
      expect(await admin.serving.instances({ deployment_id: id })).toEqual([]);
    },
  );

  test(
    'a model that does not fit says so with the reason, and leaves nothing pending',
    covers('ENG-6530', { catches: ['M22', 'M22b', 'M21'], severity: 'critical' }),
    async ({ fetched, deployOnFullNode }) => {
      const { id: m_id } = await fetched('chat');

      const { outcome, processes } = await deployOnFullNode({ m_id, vram_allocation: 2 ** 50 });

      expect(outcome).toMatch(/^(409|FAILED: NoFitError): .*insufficient_/);
      expect(processes).toEqual([]);
    },
  );

  test(
    'an engine that does not start in time is given up with STARTUP_TIMEOUT',
    covers('ENG-6530', { catches: ['M16', 'M21'], requires: ['capability:engine-pace'] }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');

      const id = await data.deployment({ m_id }, { system_config: { startup_timeout_seconds: 0.01 } });
      const deployment = await settled(id);

      expect(deployment).toMatchObject({ status: 'FAILED', last_error_code: 'STARTUP_TIMEOUT' });
      const { logs } = await admin.serving.logs(id);
      expect(logs.join('\n')).toContain(deployment.last_error_message);
    },
  );

  test(
    'a file that is no model fails to load, and the log holds what the engine said',
    covers('ENG-6530', { catches: ['M17', 'M21'], requires: ['capability:bundled-models'] }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id, fileId } = await fetched('chat', 'README.md');

      const id = await data.deployment({ m_id, m_file_id: fileId });
      const deployment = await settled(id);

      expect(deployment).toMatchObject({ status: 'FAILED', last_error_code: 'MODEL_LOADING_FAILURE' });
      const log = admin.serving.logs(id);
      await expect(log).toMatchContract();
      expect((await log).logs.join('\n')).toContain(deployment.last_error_message);
      const patterns = admin.serving.logPatterns(id);
      await expect(patterns).toMatchContract();
      expect((await patterns).patterns_detected).toMatchObject({ model_loading_failure: true });
    },
  );

  test(
    'an engine that is killed is shown as ended to the next request',
    covers('ENG-6530', {
      catches: ['M26b', 'M21'],
      severity: 'critical',
      requires: ['capability:engine-kill'],
    }),
    async ({ as, data, fetched, openaiFor, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id });
      await settled(id);

      await admin.testing.killDeployment(id);

      const listed = await admin.serving.deployments();
      expect(listed.find((one) => one.id === id)).toMatchObject({
        status: 'FAILED',
        last_error_code: 'CONTAINER_EXITED',
        instances: [],
      });
      const client = await openaiFor({ deployment: id });
      await expect(client.models.list()).rejects.toMatchObject({ status: 404 });
    },
  );

  test(
    'deployments that failed leave their place to the next',
    covers('ENG-6530', { catches: 'M15', severity: 'critical' }),
    async ({ data, fetched, settled }) => {
      const { id: m_id } = await fetched('chat');
      const { id: empty } = await data.model();
      const failing = await Promise.all([
        data.deployment({ m_id: empty }),
        data.deployment({ m_id: empty }),
        data.deployment({ m_id: empty }),
      ]);
      await Promise.all(failing.map(settled));

      const { status } = await settled(await data.deployment({ m_id }));

      expect(status).toBe('DEPLOYED');
    },
  );

  test(
    'the logs of an engine are listed, and an unknown engine is refused',
    covers('ENG-6530', { catches: ['M11', 'M11b'] }),
    async ({ as, served }) => {
      const admin = await as('admin');
      const { id, engine_name } = served();

      const logs = admin.serving.engineLogs(String(engine_name));

      await expect(logs).toMatchContract();
      expect((await logs).logs.map(({ deployment_id }) => deployment_id)).toContain(id);
      await expect(admin.serving.engineLogs('vllm')).toSucceed();
      await expect(admin.serving.engineLogs('steam')).toBeRejected(422);
    },
  );
});
