import { covers, expect, test } from '@uat/fixtures';

test.describe('ForwardAuth', () => {
  test('a held PATCH is answered with the caller', covers('ENG-1', { catches: 'A24' }), async ({ as }) => {
    const viewer = await as('viewer');

    const { headers } = await viewer.auth.validate({ verb: 'PATCH', method: 'GET', uri: '/api/models/' });

    expect(headers['x-user-roles']).toBe('viewer');
  });
});
