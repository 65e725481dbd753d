import { covers, expect, test } from '@uat/fixtures';

const model = 'kamiwaza';

test.describe('several copies of a model', () => {
  test(
    'as many copies run as were asked for, each a process with a port of its own',
    covers('ENG-6530', { catches: ['MX68', 'MX2'], severity: 'critical' }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');

      const id = await data.deployment({ m_id, starting_copies: 2 });
      const { status, instances } = await settled(id);

      expect(status).toBe('DEPLOYED');
      const listed = await admin.serving.instances({ deployment_id: id });
      expect(listed).toHaveLength(2);
      expect(listed).toEqual(instances);
      expect(new Set(listed.map(({ listen_port: port }) => port)).size).toBe(2);
      expect(new Set(listed.map(({ container_id: process }) => process)).size).toBe(2);
    },
  );

  test(
    'the copies share the work: what one has no place for, another takes at once',
    covers('ENG-6530', {
      catches: ['MX68', 'MX69'],
      severity: 'critical',
      requires: ['capability:engine-pace'],
    }),
    async ({ data, engine, fetched, openaiFor, settled }) => {
      const { id: m_id } = await fetched('chat');
      const slow = { system_config: { token_milliseconds: 500 } };
      const request = { m_id, starting_copies: 2, max_concurrent_requests: 1 };
      const deployment = await data.deployment(request, slow);
      await settled(deployment);
      const { chat } = await openaiFor({ deployment });
      const messages = [{ role: 'user' as const, content: engine.prompts.long }];
      const endless = () =>
        chat.completions.create({ model, messages, temperature: 0, stream: true }, { timeout: 10_000 });

      const first = await endless();
      await first[Symbol.asyncIterator]().next();
      const second = await endless();
      const { value } = await second[Symbol.asyncIterator]().next();

      expect(value?.choices[0]?.delta.role).toBe('assistant');
      first.controller.abort();
      second.controller.abort();
    },
  );

  test(
    'when one copy dies the others answer, and it is listed no more',
    covers('ENG-6530', {
      catches: ['MX70', 'M26b'],
      severity: 'critical',
      requires: ['capability:engine-kill'],
    }),
    async ({ as, data, engine, fetched, openaiFor, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const deployment = await data.deployment({ m_id, starting_copies: 2 });
      const [doomed, left] = (await settled(deployment)).instances ?? [];

      await admin.testing.killDeployment(deployment, { instance_id: String(doomed?.id) });

      expect(await admin.serving.deploymentStatus(deployment)).toBe('DEPLOYED');
      expect(await admin.serving.instances({ deployment_id: deployment })).toEqual([left]);
      const { chat } = await openaiFor({ deployment });
      const messages = [{ role: 'user' as const, content: engine.prompts.short }];
      const ask = async () =>
        (await chat.completions.create({ model, messages, temperature: 0 })).choices[0]?.message.content;
      const [answer, ...others] = [await ask(), await ask(), await ask(), await ask()];
      expect(answer).toMatch(/\w/);
      expect(others).toEqual([answer, answer, answer]);
    },
  );

  test(
    'stopping ends every copy',
    covers('ENG-6530', { catches: 'MX3' }),
    async ({ as, data, fetched, openaiFor, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const deployment = await data.deployment({ m_id, starting_copies: 2 });
      await settled(deployment);
      const client = await openaiFor({ deployment });
      await client.models.list();

      await admin.serving.stop(deployment);

      expect(await admin.serving.instances({ deployment_id: deployment })).toEqual([]);
      await expect(client.models.list()).rejects.toMatchObject({ status: 404 });
      await expect(client.models.list()).rejects.toMatchObject({ status: 404 });
    },
  );
});
