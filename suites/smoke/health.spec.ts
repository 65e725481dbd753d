import { covers, expect, test } from '@uat/fixtures';

test.describe('health', () => {
  test('the API answers a ping', covers('ENG-8749', { severity: 'blocker' }), async ({ as }) => {
    const admin = await as('admin');

    const ping = admin.ping();

    await expect(ping).toSucceed();
    await expect(ping).toMatchContract();
  });

  test(
    'the auth service says that it is healthy',
    covers('ENG-8749', { severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const health = anyone.auth.health();

      await expect(health).toMatchContract();
      expect(await health).toMatchObject({ status: 'healthy', KAMIWAZA_USE_AUTH: true });
    },
  );

  test('the public security configuration is readable before sign-in', covers('ENG-8749'), async ({ as }) => {
    const anyone = await as('anonymous');

    const config = anyone.security.publicConfig();

    await expect(config).toSucceed();
    await expect(config).toMatchContract();
  });

  test('the model engine says whether it is running', covers('ENG-8749'), async ({ as }) => {
    const user = await as('user');

    const status = user.serving.status();

    await expect(status).toMatchContract();
    expect(await status).toEqual({ status: 'running' });
  });

  test('the list of models is an array', covers('ENG-8749'), async ({ as }) => {
    const user = await as('user');

    const models = user.models.list();

    await expect(models).toMatchContract();
    expect(await models).toBeInstanceOf(Array);
  });
});
