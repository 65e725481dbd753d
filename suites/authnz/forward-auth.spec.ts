import { covers, expect, test } from '@uat/fixtures';

/** What a caller might claim to be, in the words of the gateway. */
const claimed = {
  'X-User-Id': '00000000-0000-4000-8000-000000000000',
  'X-User-Name': 'somebody-else',
  'X-User-Email': 'somebody@example.com',
  'X-User-Roles': 'admin',
};

test.describe('ForwardAuth', () => {
  test(
    'identity headers of a caller are not believed',
    covers('ENG-8749', { regression: 'A9', severity: 'blocker' }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const whoami = await viewer.whoami({ headers: claimed });

      expect(whoami).toEqual(await viewer.whoami());
      expect(whoami).toMatchObject({ roles: ['viewer'] });
      await expect(viewer.cluster.runningNodes({ headers: claimed })).toBeDenied(403);
    },
  );

  test(
    'identity headers without a token make nobody somebody',
    covers('ENG-8749', { regression: 'A9', severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const whoami = anyone.whoami({ headers: claimed });

      await expect(whoami).toBeDenied(401);
    },
  );

  test(
    'the gateway hears the validated identity, not the claimed one',
    covers('ENG-8749', { regression: 'A9', severity: 'blocker' }),
    async ({ as, account }) => {
      const viewer = await as('viewer');
      const { sub } = await viewer.auth.me();

      const validated = await viewer.auth.validate(
        { method: 'GET', uri: '/api/models/' },
        { headers: claimed },
      );

      expect(validated.headers).toMatchObject({
        'x-user-id': sub,
        'x-user-name': account('viewer').username,
        'x-user-roles': 'viewer',
      });
      expect(JSON.stringify(validated.headers)).not.toContain('somebody');
    },
  );
});
