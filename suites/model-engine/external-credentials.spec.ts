import { covers, expect, test, type Requirement } from '@uat/fixtures';

const requires: Requirement[] = ['capability:external-endpoints'];
const key = () => `sk-${crypto.randomUUID()}`;
const models = { data: [{ id: 'one' }] };

test.describe('a credential that the platform keeps', () => {
  test(
    'an endpoint is asked with the secret that a name stands for, and neither comes back',
    covers('ENG-8749', { catches: ['MX121', 'MX82'], severity: 'critical', requires }),
    async ({ as, data, stubProvider }) => {
      const user = await as('user');
      const value = key();
      const credential_secret_urn = await data.secret(user, value);
      const endpoint = await stubProvider({ body: models });

      const { status, body } = await user.serving.discover({ base_url: endpoint.url, credential_secret_urn })
        .response;

      expect(status).toBe(200);
      expect(endpoint.heard[0]).toEqual({ path: '/v1/models', key: `Bearer ${value}` });
      expect(JSON.stringify(body)).not.toContain(value);
      expect(JSON.stringify(body)).not.toContain(credential_secret_urn);
    },
  );

  test(
    'a secret is listed and looked up without its value',
    covers('ENG-8749', {
      catches: 'MX83',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const user = await as('user');
      const value = key();
      const urn = await data.secret(user, value);

      const listed = user.secrets.list();
      const looked = user.secrets.get(urn);

      await expect(listed).toMatchContract();
      await expect(looked).toMatchContract();
      expect((await listed).map((secret) => secret.urn)).toContain(urn);
      expect(JSON.stringify([await listed, await looked])).not.toContain(value);
    },
  );

  test(
    'a secret is used, seen and removed by its owner only',
    covers('ENG-8749', { catches: ['MX84', 'MX85'], severity: 'critical', requires }),
    async ({ as, data, stubProvider }) => {
      const [owner, other] = [await as('user'), await as('viewer')];
      const credential_secret_urn = await data.secret(owner, key());
      const endpoint = await stubProvider({ body: models });

      const { status, body } = await other.serving.discover({ base_url: endpoint.url, credential_secret_urn })
        .response;

      expect([status, body]).toMatchObject([422, { error: 'not_found' }]);
      expect(endpoint.heard, 'what the endpoint was asked with the secret of somebody else').toEqual([]);
      const urns = (await other.secrets.list()).map(({ urn }) => urn);
      expect(urns).not.toContain(credential_secret_urn);
      expect([403, 404]).toContain((await other.secrets.get(credential_secret_urn).response).status);
      expect([403, 404]).toContain((await other.secrets.remove(credential_secret_urn).response).status);
      await expect(owner.secrets.get(credential_secret_urn)).toSucceed();
    },
  );

  test(
    'a secret that was removed is used no more',
    covers('ENG-8749', { catches: 'MX86', severity: 'critical', requires }),
    async ({ as, data, stubProvider }) => {
      const user = await as('user');
      const credential_secret_urn = await data.secret(user, key());
      const endpoint = await stubProvider({ body: models });

      await expect(user.secrets.remove(credential_secret_urn)).toSucceed();

      const { status } = await user.serving.discover({ base_url: endpoint.url, credential_secret_urn })
        .response;
      expect(status).toBe(422);
      expect(endpoint.heard, 'what the endpoint was asked with a secret that is gone').toEqual([]);
    },
  );

  test(
    'a secret that cannot be taken is refused without being repeated',
    covers('ENG-8749', { catches: 'MX87', requires: ['capability:secrets'] }),
    async ({ as }) => {
      const user = await as('user');
      const value = key();
      const owner = 'urn:li:corpuser:nobody';

      const nameless = await user.secrets.create({ name: '', value, owner }).response;

      expect(nameless.status).toBe(422);
      expect(JSON.stringify(nameless.body)).not.toContain(value);
    },
  );
});
