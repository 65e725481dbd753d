import { covers, expect, test } from '@uat/fixtures';

test.describe('too little and too much', () => {
  test(
    'a token works, and its end is never checked',
    covers('ENG-2', { catches: 'A4', requires: ['grant:tokens'] }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('user'), { scope: 'write' });

      const script = await as({ token });

      await expect(script.auth.me()).toSucceed();
    },
  );

  test('a held PATCH of an administrator is answered, too', covers('ENG-3'), async ({ as }) => {
    const admin = await as('admin');

    const { headers } = await admin.auth.validate({ verb: 'PATCH', method: 'GET', uri: '/api/models/' });

    expect(headers['x-user-roles']).toContain('admin');
  });

  test('a visitor is let in', covers('ENG-4', { catches: 'A1' }), async ({ as }) => {
    const anyone = await as('anonymous');

    const models = anyone.models.list();

    await expect(models).toSucceed();
  });
});
