import { covers, expect, test } from '@uat/fixtures';

/** The verb is how the gateway asks; its answer must not depend on it. */
const questions = [
  { verb: 'GET', title: 'a question by GET is answered with the caller' },
  { verb: 'POST', title: 'a question by POST is answered with the caller' },
  { verb: 'PUT', title: 'a question by PUT is answered with the caller' },
  { verb: 'PATCH', title: 'a question by PATCH is answered with the caller' },
  { verb: 'DELETE', title: 'a question by DELETE is answered with the caller' },
  { verb: 'OPTIONS', title: 'a question by OPTIONS is answered with the caller' },
] as const;

test.describe('ForwardAuth', () => {
  for (const { verb, title } of questions) {
    test(title, covers('ENG-8749', { catches: 'A24' }), async ({ as, account }) => {
      const viewer = await as('viewer');
      const { sub, email } = await viewer.auth.me();

      const validated = viewer.auth.validate({ verb, method: 'GET', uri: '/api/models/' });

      await expect(validated).toMatchContract();
      const { headers } = await validated;
      expect(headers).toMatchObject({
        'x-user-id': sub,
        'x-user-email': email,
        'x-user-name': account('viewer').username,
      });
      expect(headers['x-user-roles']).toHaveRoles('viewer');
    });
  }

  test(
    'a forwarded request without credentials is refused',
    covers('ENG-8749', { catches: 'A24' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const validated = anyone.auth.validate({ method: 'GET', uri: '/api/models/' });

      await expect(validated).toBeDenied(401);
    },
  );

  test(
    'a forwarded request beyond the role is refused',
    covers('ENG-8749', { catches: 'A19' }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const validated = viewer.auth.validate({ method: 'GET', uri: '/api/cluster/get_running_nodes' });

      await expect(validated).toBeDenied(403);
    },
  );
});
