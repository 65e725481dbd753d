import { covers, expect, test } from '@uat/fixtures';

const held = { verb: 'PATCH', method: 'GET', uri: '/api/models/' } as const;

test.describe('held requests', () => {
  test('the ping is answered', covers('ENG-1', { catches: 'A24' }), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test('a held PATCH is answered with the caller', covers('ENG-2', { catches: 'A24' }), async ({ as }) => {
    const viewer = await as('viewer');
    await as('user');

    const { headers } = await viewer.auth.validate(held);

    expect(headers['x-user-roles']).toBe('viewer');
  });

  test('a held PATCH is answered again', covers('ENG-3', { catches: 'A24' }), async ({ as }) => {
    const viewer = await as('viewer');
    await as('user');

    const { headers } = await viewer.auth.validate(held);

    expect(headers['x-user-roles']).toBe('viewer');
  });
});
