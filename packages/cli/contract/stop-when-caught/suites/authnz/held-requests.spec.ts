import { covers, expect, test } from '@uat/fixtures';

const held = { verb: 'PATCH', method: 'GET', uri: '/api/models/' } as const;

/** More tests than a run can reach while it is being ended, also on a busy machine. */
const again = [
  'a held PATCH is answered again',
  'a held PATCH is answered a third time',
  'a held PATCH is answered a fourth time',
  'a held PATCH is answered a fifth time',
  'a held PATCH is answered a sixth time',
  'a held PATCH is answered a seventh time',
  'a held PATCH is answered an eighth time',
  'a held PATCH is answered a ninth time',
  'a held PATCH is answered a tenth time',
  'a held PATCH is answered an eleventh time',
  'a held PATCH is answered a twelfth time',
];

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

  for (const title of again) {
    test(title, covers('ENG-3', { catches: 'A24' }), async ({ as }) => {
      const viewer = await as('viewer');
      await as('user');

      const { headers } = await viewer.auth.validate(held);

      expect(headers['x-user-roles']).toBe('viewer');
    });
  }
});
