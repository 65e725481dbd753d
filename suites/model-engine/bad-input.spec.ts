import { covers, expect, test } from '@uat/fixtures';

const user = (content: string) => [{ role: 'user', content }];

test.describe('bad input', () => {
  test(
    'a file that is truncated, garbled or no model at all fails its deployment, and no other',
    covers('ENG-6530', {
      catches: 'MX98',
      severity: 'critical',
      requires: ['capability:bundled-models'],
    }),
    async ({ as, data, downloadEnded, openaiFor, settled }) => {
      const admin = await as('admin');
      const { files, modelId: m_id } = await data.download(admin, { model: 'kamiwaza-tiny/damaged-files' });
      await Promise.all(files.map((id) => downloadEnded(admin, id)));

      const deployments = await Promise.all(
        files.map(async (m_file_id) => settled(await data.deployment({ m_id, m_file_id }))),
      );

      expect(files).toHaveLength(3);
      for (const { status, last_error_code, last_error_message } of deployments) {
        expect([status, last_error_code]).toEqual(['FAILED', 'MODEL_LOADING_FAILURE']);
        expect(last_error_message).toMatch(/cannot be loaded: \w/);
      }
      const { models } = await openaiFor();
      expect((await models.list()).data).toHaveLength(1);
    },
  );

  test(
    'an unknown engine is refused before there is a deployment',
    covers('ENG-6533', { catches: 'MX99', requires: ['capability:downloads'] }),
    async ({ as, data }) => {
      const admin = await as('admin');
      const { id: m_id } = await data.model();
      const m_config_id = await data.modelConfig({ m_id });

      const refused = admin.serving.deploy({ m_id, m_config_id, engine_name: 'steam' });

      await expect(refused).toBeRejected(422);
      expect(await admin.serving.deployments({ model_id: m_id })).toEqual([]);
    },
  );

  test(
    'an engine that no node has is refused with 503, and is not replaced by another one',
    covers('ENG-6533', { catches: 'M4', requires: ['capability:downloads', 'capability:bundled-models'] }),
    async ({ allow, as, data }) => {
      allow({
        kind: 'server error',
        matching: /^POST \/api\/serving\/deploy_model 503$/,
        because: 'a host that cannot serve a model is told by 503',
      });
      const admin = await as('admin');
      const { id: m_id } = await data.model();
      const m_config_id = await data.modelConfig({ m_id });

      const { status, body } = await admin.serving.deploy({ m_id, m_config_id, engine_name: 'mlx' }).response;

      expect([status, JSON.stringify(body)]).toEqual([503, expect.stringContaining('mlx')]);
      expect(await admin.serving.deployments({ model_id: m_id })).toEqual([]);
    },
  );

  test(
    'numbers of copies that make no sense are refused before there is a deployment',
    covers('ENG-6533', { catches: ['MX9', 'MX100'], requires: ['capability:downloads'] }),
    async ({ as, data }) => {
      const admin = await as('admin');
      const { id: m_id } = await data.model();
      const m_config_id = await data.modelConfig({ m_id });
      const statusOf = async (copies: object) =>
        (await admin.serving.deploy({ m_id, m_config_id, ...copies }).response).status;

      const statuses = await Promise.all([
        statusOf({ starting_copies: 0 }),
        statusOf({ starting_copies: -1 }),
        statusOf({ starting_copies: 1.5 }),
        statusOf({ starting_copies: 'two' }),
        statusOf({ starting_copies: 1_000_000_000 }),
        statusOf({ min_copies: 3, max_copies: 1 }),
      ]);

      expect(statuses).toEqual([422, 422, 422, 422, 422, 422]);
      expect(await admin.serving.deployments({ model_id: m_id })).toEqual([]);
    },
  );

  test(
    'a prompt of 10 MB is refused as OpenAI refuses it, and the next question is answered',
    covers('ENG-6530', { catches: 'MX101', severity: 'critical' }),
    async ({ requestEngine, engine }) => {
      const ask = async (content: string) => {
        const body = JSON.stringify({ model: 'kamiwaza', messages: user(content), max_tokens: 1 });
        const answer = await requestEngine('/chat/completions', { method: 'POST', body });
        return { status: answer.status, body: await answer.json() };
      };

      const refused = await ask('wave '.repeat(2_000_000));

      expect([400, 413]).toContain(refused.status);
      expect(refused.body).toMatchObject({
        error: { message: expect.any(String), type: expect.any(String) },
      });
      expect((await ask(engine.prompts.short)).status).toBe(200);
    },
  );

  test(
    'a body that is not UTF-8, not JSON or not a question is refused as OpenAI refuses it',
    covers('ENG-6530', { catches: ['MX17', 'MX102'] }),
    async ({ requestEngine }) => {
      const post = async (body: string | Uint8Array<ArrayBuffer>) => {
        const answer = await requestEngine('/chat/completions', { method: 'POST', body });
        return { status: answer.status, body: await answer.json() };
      };
      const [before, after] = [
        '{"model":"kamiwaza","messages":[{"role":"user","content":"',
        '"}],"max_tokens":1}',
      ];
      const noUtf8 = new Uint8Array([...Buffer.from(before), 0xc3, 0x28, ...Buffer.from(after)]);

      const answers = await Promise.all([
        post(noUtf8),
        post('nonsense'),
        post('[]'),
        post('{"model":"kamiwaza","messages":"hello"}'),
        post('{"model":"kamiwaza","messages":[{"role":"pirate","content":"hello"}]}'),
        post('{"model":"kamiwaza","messages":[{"role":"user","content":"hello"}],"temperature":"hot"}'),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
      for (const { body } of answers)
        expect(body).toMatchObject({ error: { message: expect.any(String), type: expect.any(String) } });
    },
  );

  test(
    'unknown ids are not found, and malformed ids are refused',
    covers('ENG-6530', {
      catches: ['M10', 'MX103', 'MX104'],
      requires: ['grant:deployments', 'grant:models', 'capability:deployments', 'capability:downloads'],
    }),
    async ({ as }) => {
      const admin = await as('admin');
      const statusesOf = async (id: string) =>
        (
          await Promise.all([
            admin.serving.deployment(id).response,
            admin.serving.deploymentStatus(id).response,
            admin.serving.logs(id).response,
            admin.serving.logPatterns(id).response,
            admin.serving.instance(id).response,
            admin.serving.stop(id).response,
            admin.serving.remove(id).response,
            admin.modelConfigs.get(id).response,
            admin.modelFiles.get(id).response,
          ])
        ).map(({ status }) => status);

      const unknown = await statusesOf(crypto.randomUUID());
      const nonsense = await statusesOf('nonsense');

      expect(new Set(unknown)).toEqual(new Set([404]));
      expect(new Set(nonsense)).toEqual(new Set([422]));
    },
  );
});
