import { covers, expect, test, type Requirement } from '@uat/fixtures';

const requires: Requirement[] = ['capability:external-endpoints'];
const key = () => `sk-${crypto.randomUUID()}`;

const failures = [
  {
    title: 'an endpoint that answers 401 is reported as invalid_credentials',
    status: 401,
    error: 'invalid_credentials',
  },
  {
    title: 'an endpoint that answers 403 is reported as invalid_credentials',
    status: 403,
    error: 'invalid_credentials',
  },
  { title: 'an endpoint that answers 404 is reported as not_found', status: 404, error: 'not_found' },
  { title: 'an endpoint that answers 429 is reported as rate_limited', status: 429, error: 'rate_limited' },
  {
    title: 'an endpoint that answers 500 is reported as upstream_error',
    status: 500,
    error: 'upstream_error',
  },
] as const;

test.describe('an external endpoint', () => {
  test(
    'an endpoint is asked for its models with the key, and they are told',
    covers('ENG-8749', { catches: 'MX35', severity: 'critical', requires }),
    async ({ as, stubProvider }) => {
      const endpoint = await stubProvider({ body: { object: 'list', data: [{ id: 'one' }, { id: 'two' }] } });
      const api_key = key();

      const discovery = (await as('user')).serving.discover({ base_url: endpoint.url, api_key });

      await expect(discovery).toSucceed();
      await expect(discovery).toMatchContract();
      const { available_models: models } = await discovery;
      expect(models.map(({ id, protocol }) => [id, protocol])).toEqual([
        ['one', 'openai_compatible'],
        ['two', 'openai_compatible'],
      ]);
      expect(endpoint.heard[0]).toEqual({ path: '/v1/models', key: `Bearer ${api_key}` });
    },
  );

  test(
    'an Azure endpoint is asked for its deployments, with the key in the header of Azure and nowhere else',
    covers('ENG-8749', { catches: 'MX35b', severity: 'critical', requires }),
    async ({ as, stubProvider }) => {
      const endpoint = await stubProvider({ body: { data: [{ id: 'ours', model: 'gpt-4o' }] } });
      const api_key = key();

      const discovery = (await as('user')).serving.discover({
        base_url: endpoint.url,
        api_key,
        provider: 'azure',
      });

      await expect(discovery).toMatchContract();
      const [model] = (await discovery).available_models;
      expect(model).toMatchObject({ id: 'ours', protocol: 'azure_foundry', underlying_model: 'gpt-4o' });
      const path = `/openai/deployments?api-version=${model?.api_version}`;
      expect(endpoint.heard).toEqual([{ path, key: undefined, azureKey: api_key }]);
    },
  );

  test(
    'a LiteLLM proxy is asked what its models are and what for',
    covers('ENG-8749', { catches: 'MX35c', requires }),
    async ({ as, stubProvider }) => {
      const model_info = { mode: 'embedding' };
      const known = { model_name: 'ours', litellm_params: { model: 'azure/vectors' }, model_info };
      const endpoint = await stubProvider({ body: { data: [known] } });
      const api_key = key();

      const discovery = (await as('user')).serving.discover({
        base_url: endpoint.url,
        api_key,
        provider: 'litellm',
      });

      await expect(discovery).toMatchContract();
      expect((await discovery).available_models).toMatchObject([
        {
          id: 'ours',
          protocol: 'openai_compatible',
          underlying_model: 'azure/vectors',
          purpose: 'embedding',
        },
      ]);
      expect(endpoint.heard).toMatchObject([{ path: '/v1/model/info', key: `Bearer ${api_key}` }]);
    },
  );

  for (const { title, status, error } of failures) {
    test(title, covers('ENG-8749', { catches: 'M29c', requires }), async ({ as, stubProvider }) => {
      const { url } = await stubProvider({ status, body: { error: { message: 'no' } } });

      const { body } = await (await as('user')).serving.discover({ base_url: url, api_key: key() }).response;

      expect(body, `the report about an endpoint that answers ${status}`).toMatchObject({ error, status });
    });
  }

  test(
    'the statuses of a failed discovery are those of the contract',
    covers('ENG-8749', { catches: 'M29c', requires }),
    async ({ as, stubProvider }) => {
      const user = await as('user');
      const [busy, broken] = [await stubProvider({ status: 429 }), await stubProvider({ status: 500 })];

      const limited = user.serving.discover({ base_url: busy.url, api_key: key() });
      const failed = await user.serving.discover({ base_url: broken.url, api_key: key() }).response;

      await expect(limited).toBeRejected(429);
      await expect(limited).toMatchContract();
      expect(failed.status).toBe(502);
    },
  );

  test(
    'a redirect is refused, and the key does not go where it leads',
    covers('ENG-8749', { catches: 'M29', severity: 'critical', requires }),
    async ({ as, stubProvider }) => {
      const elsewhere = await stubProvider({ body: { data: [{ id: 'stolen' }] } });
      const location = `${elsewhere.url}/v1/models`;
      const { url } = await stubProvider({ status: 302, headers: { location } });

      const answer = await (await as('user')).serving.discover({ base_url: url, api_key: key() }).response;

      expect(elsewhere.heard, 'what was asked of the place that the redirect leads to').toEqual([]);
      expect([answer.status, answer.body]).toMatchObject([502, { error: 'upstream_error' }]);
    },
  );

  test(
    'a key is never told, not even when the endpoint repeats it',
    covers('ENG-8749', { catches: 'M29b', severity: 'critical', requires }),
    async ({ as, stubProvider }) => {
      const user = await as('user');
      const api_key = key();
      const told = { error: { message: `the key ${api_key} is not known` } };
      const [refusing, odd] = [
        await stubProvider({ status: 401, body: told }),
        await stubProvider({ body: told }),
      ];

      const answers = await Promise.all([
        user.serving.discover({ base_url: refusing.url, api_key }).response,
        user.serving.discover({ base_url: odd.url, api_key }).response,
      ]);

      expect(answers.map(({ status }) => status)).toEqual([502, 502]);
      const bodies = JSON.stringify(answers.map(({ body }) => body));
      expect(bodies, 'the answers to discoveries that failed').not.toContain(api_key);
    },
  );

  test(
    'a request that is refused does not repeat its secrets',
    covers('ENG-8749', {
      catches: 'M29d',
      severity: 'critical',
      requires: ['capability:external-endpoints'],
    }),
    async ({ as }) => {
      const user = await as('user');
      const [api_key, urn] = [key(), `urn:li:secret:${crypto.randomUUID()}`];
      const base_url = 'http://127.0.0.1:9';

      const both = user.serving.discover({ base_url, api_key, credential_secret_urn: urn });
      const nowhere = user.serving.discover({ base_url: 'nowhere', api_key });
      const unknown = await user.serving.discover({ base_url, credential_secret_urn: urn }).response;

      await expect(both).toBeRejected(422);
      await expect(nowhere).toBeRejected(422);
      const bodies = [(await both.response).body, (await nowhere.response).body, unknown.body];
      expect(JSON.stringify(bodies), 'refusals').not.toContain(api_key);
      expect(JSON.stringify(bodies), 'refusals').not.toContain(urn);
    },
  );

  test(
    'an endpoint with an untrusted certificate gets no key',
    covers('ENG-8749', { catches: 'MX34', severity: 'critical', requires }),
    async ({ as, stubProvider }) => {
      const endpoint = await stubProvider({ tls: true, body: { data: [{ id: 'one' }] } });

      const user = await as('user');
      const { status, body } = await user.serving.discover({ base_url: endpoint.url, api_key: key() })
        .response;

      expect([status, body]).toMatchObject([502, { error: 'tls_error' }]);
      expect(endpoint.heard).toEqual([]);
    },
  );

  test(
    'the address 0.0.0.0, which leads to the machine itself, is never asked',
    covers('ENG-8749', { catches: 'MX33', severity: 'critical', requires }),
    async ({ as, stubProvider }) => {
      const endpoint = await stubProvider({ body: { data: [{ id: 'one' }] } });
      const base_url = `http://0.0.0.0:${endpoint.port}`;

      const { status, body } = await (await as('user')).serving.discover({ base_url, api_key: key() })
        .response;

      expect([status, body]).toMatchObject([502, { error: 'network_blocked' }]);
      expect(endpoint.heard, 'what the machine was asked behind its back').toEqual([]);
    },
  );

  test(
    'the address that was checked is the one that is asked, wherever its name leads a moment later',
    covers('ENG-8749', {
      catches: 'MX120',
      severity: 'critical',
      requires: [...requires, 'capability:dns-rebinding'],
    }),
    async ({ as, stubProvider }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const { zone } = await admin.testing.names();
      const endpoint = await stubProvider({ body: { data: [{ id: 'one' }] } });
      const base_url = `http://${crypto.randomUUID()}.127-0-0-1.127-0-0-2.${zone}:${endpoint.port}`;

      const discovery = user.serving.discover({ base_url, api_key: key() });

      await expect(discovery).toSucceed();
      expect(endpoint.heard).toHaveLength(1);
    },
  );

  test(
    'an endpoint that does not answer is given up with 504',
    covers('ENG-8749', { catches: 'M29c', requires }),
    async ({ as, stubProvider }) => {
      const { url } = await stubProvider({ silent: true });

      const answer = await (await as('user')).serving.discover({ base_url: url, api_key: key() }).response;

      expect([answer.status, answer.body]).toMatchObject([504, { error: 'timeout' }]);
    },
  );

  test(
    'discovering models requires signing in',
    covers('ENG-8749', {
      catches: 'MX37',
      severity: 'critical',
      requires: ['capability:external-endpoints'],
    }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const discovery = anyone.serving.discover({ base_url: 'http://127.0.0.1:9', api_key: key() });

      await expect(discovery).toBeDenied(401);
    },
  );
});
