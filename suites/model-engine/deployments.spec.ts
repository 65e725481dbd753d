import { covers, expect, test } from '@uat/fixtures';

test.describe('deployments', () => {
  test(
    'a deployment is accepted at once under an id of its own, before its model is loaded',
    covers('ENG-6530', { catches: ['M1', 'M3', 'MX1'], severity: 'critical' }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const m_config_id = await data.modelConfig({ m_id });

      const accepted = admin.serving.deploy({ m_id, m_config_id });

      await expect(accepted).toSucceed();
      expect((await accepted.response).status).toBe(202);
      await expect(accepted).toMatchContract();
      const { status, id } = await admin.serving.deployment(await accepted);
      expect(status).not.toBe('DEPLOYED');
      expect((await settled(id)).status).toBe('DEPLOYED');
      await admin.serving.remove(id, { force: true });
    },
  );

  test(
    'what is asked to deploy is deployed, with a process that can be looked up',
    covers('ENG-6530', { catches: ['M10', 'MX2'] }),
    async ({ as, served }) => {
      const admin = await as('admin');
      const { id, m_id } = served();

      const shown = admin.serving.deployment(id);
      const instances = await admin.serving.instances({ deployment_id: id });

      await expect(shown).toMatchContract();
      expect(await shown).toMatchObject({ m_id, status: 'DEPLOYED', last_error_code: null });
      expect(await admin.serving.deployment(id), 'what is shown a second time').toEqual(await shown);
      expect(instances).toHaveLength(1);
      expect(await admin.serving.instance(String(instances[0]?.id))).toMatchObject({ deployment_id: id });
      await expect(admin.serving.instance(crypto.randomUUID())).toBeRejected(404);
    },
  );

  test(
    'a stopped deployment is shown as stopped at once, wherever it is shown, and no longer answers',
    covers('ENG-6530', { catches: ['M25', 'M26', 'MX3'], severity: 'critical' }),
    async ({ as, data, fetched, openaiFor, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id });
      await settled(id);
      await admin.serving.deployments();
      const client = await openaiFor({ deployment: id });
      await client.models.list();

      const stopped = await admin.serving.stop(id);

      expect(stopped).toBe(true);
      expect(await admin.serving.deploymentStatus(id)).toBe('STOPPED');
      const listed = await admin.serving.deployments({ model_id: m_id });
      expect(listed.find((one) => one.id === id)?.status).toBe('STOPPED');
      expect(await admin.serving.instances({ deployment_id: id })).toEqual([]);
      await expect(client.models.list()).rejects.toMatchObject({ status: 404 });
    },
  );

  test(
    'an active deployment is deleted by force only, and then is gone',
    covers('ENG-6530', { catches: ['MX4', 'MX5', 'MX75'] }),
    async ({ as, data, fetched, openaiFor, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id });
      await settled(id);

      await expect(admin.serving.remove(id)).toBeRejected(409);
      expect(await admin.serving.deploymentStatus(id)).toBe('DEPLOYED');
      expect(await admin.serving.remove(id, { force: true })).toBe(true);

      await expect(admin.serving.deployment(id)).toBeRejected(404);
      const listed = await admin.serving.deployments();
      expect(listed.map((one) => one.id)).not.toContain(id);
      const client = await openaiFor({ deployment: id });
      await expect(client.models.list()).rejects.toMatchObject({ status: 404 });
    },
  );

  test(
    'a model that is deployed is removed by force only, and its deployment ends with it',
    covers('ENG-2279', {
      catches: ['M7', 'M7b'],
      severity: 'critical',
    }),
    async ({ as, data, fetched, openaiFor, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('otherChat');
      const id = await data.deployment({ m_id });
      await settled(id);
      const client = await openaiFor({ deployment: id });

      await expect(admin.models.remove(m_id)).toBeRejected(409);
      await expect(client.models.list()).resolves.toBeDefined();
      await expect(admin.models.remove(m_id, { force: true })).toSucceed();

      await expect(client.models.list()).rejects.toMatchObject({ status: 404 });
      // Where relations apply, a refusal does not reveal which models do not exist.
      const { status } = await admin.models.get(m_id).response;
      expect([403, 404], `${status} for a model that was removed`).toContain(status);
      expect((await admin.models.list()).map((model) => model.id)).not.toContain(m_id);
    },
  );

  test(
    'a reserved variable is dropped with a warning, the others are kept',
    covers('ENG-4068', { catches: ['M9', 'M9b', 'M9c'] }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');

      const id = await data.deployment({
        m_id,
        runtime_env: { LD_LIBRARY_PATH: '/nowhere', GREETING: 'hello' },
      });
      const { status, runtime_env } = await settled(id);

      expect(status).toBe('DEPLOYED');
      expect(runtime_env).toEqual({ GREETING: 'hello' });
      const { logs } = await admin.serving.logs(id);
      expect(logs.join('\n')).toMatch(/WARN.*LD_LIBRARY_PATH/);
    },
  );

  test(
    'the engine runs with the variables of its deployment, and without the reserved ones',
    covers('ENG-4068', { catches: ['M9d', 'M9e'] }),
    async ({ data, fetched, settled, environmentOf }) => {
      const { id: m_id } = await fetched('chat');
      const asked = { LD_LIBRARY_PATH: '/nowhere', GREETING: 'hello' };

      const id = await data.deployment({ m_id, runtime_env: asked });
      const { status } = await settled(id);

      expect(status).toBe('DEPLOYED');
      const { GREETING, LD_LIBRARY_PATH } = await environmentOf(id, Object.keys(asked));
      expect(GREETING).toBe('hello');
      expect(LD_LIBRARY_PATH, 'the place where the engine looks for its libraries').not.toBe('/nowhere');
    },
  );

  test(
    'a list is of one model, and of what a model can do, when it is asked for that',
    covers('ENG-6530', { catches: ['MX6', 'MX7'] }),
    async ({ as, data, served }) => {
      const viewer = await as('viewer');
      const other = await data.model();
      const { id, m_id } = served();

      const idsOf = async (query: object) => (await viewer.serving.deployments(query)).map((one) => one.id);

      expect(await idsOf({ model_id: m_id })).toContain(id);
      expect(await idsOf({ model_id: other.id })).toEqual([]);
      expect(await idsOf({ capability: ['chat.completions'] })).toContain(id);
      expect(await idsOf({ capability: ['embeddings'] })).not.toContain(id);
      await expect(viewer.serving.deployments({ capability: ['flight'] })).toBeRejected(422);
    },
  );

  test(
    'what cannot be deployed is refused before there is a deployment',
    covers('ENG-6533', { catches: ['MX8', 'MX9'] }),
    async ({ as, data, fetched }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const m_config_id = await data.modelConfig({ m_id });
      const { id: other } = await data.model();

      await expect(admin.serving.deploy({ m_id: crypto.randomUUID(), m_config_id })).toBeRejected(404);
      await expect(admin.serving.deploy({ m_id, m_config_id: crypto.randomUUID() })).toBeRejected(404);
      await expect(admin.serving.deploy({ m_id: other, m_config_id })).toBeRejected(404);
      await expect(admin.serving.deploy({ m_id: 'nonsense', m_config_id })).toBeRejected(422);
      await expect(admin.serving.deploy({ m_id, m_config_id, starting_copies: -1 })).toBeRejected(422);
      expect(await admin.serving.deployments({ model_id: other })).toEqual([]);
    },
  );

  test(
    'a configuration is kept as it was given until it is removed',
    covers('ENG-6530', { catches: 'MX10', requires: ['capability:downloads'] }),
    async ({ as, data }) => {
      const admin = await as('admin');
      const { id: m_id } = await data.model();
      const id = await data.modelConfig({ m_id, config: { max_model_len: 64 } });

      const kept = admin.modelConfigs.get(id);
      await expect(kept).toMatchContract();
      expect(await kept).toMatchObject({ m_id, config: { max_model_len: 64 } });
      await admin.modelConfigs.change(id, { m_id, default: true, config: { max_model_len: 32 } });
      expect(await admin.modelConfigs.list(m_id)).toMatchObject([
        { id, default: true, config: { max_model_len: 32 } },
      ]);
      await admin.modelConfigs.remove(id);

      await expect(admin.modelConfigs.get(id)).toBeRejected(404);
      expect(await admin.modelConfigs.list(m_id)).toEqual([]);
    },
  );
});
