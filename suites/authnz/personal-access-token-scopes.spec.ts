import { covers, expect, test } from '@uat/fixtures';

const reading = { method: 'GET', uri: '/api/models/' };
const writing = { method: 'POST', uri: '/api/models/' };
const administering = { method: 'GET', uri: '/api/cluster/nodes' };

test.describe('scopes of personal access tokens', () => {
  test('a token of openid scope reads', covers('ENG-2861', { catches: 'A6' }), async ({ as, data }) => {
    const { token } = await data.pat(await as('user'), { scope: 'openid' });

    const script = await as({ token });

    await expect(script.models.list()).toSucceed();
    await expect(script.auth.validate(reading)).toSucceed();
  });

  test(
    'a token of openid scope changes nothing, even an administrator’s',
    covers('ENG-2861', { catches: 'AX66', severity: 'critical' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('admin'), { scope: 'openid' });

      const script = await as({ token });

      await expect(script.auth.validate(writing)).toBeDenied(403);
      await expect(script.auth.validate({ ...writing, method: 'DELETE' })).toBeDenied(403);
      await expect(script.auth.validate(administering)).toBeDenied(403);
      await expect(script.cluster.runningNodes()).toBeDenied(403);
    },
  );

  test(
    'a token of write scope reads and writes',
    covers('ENG-2861', { catches: 'A6', severity: 'critical' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('user'), { scope: 'write' });

      const script = await as({ token });

      await expect(script.models.list()).toSucceed();
      await expect(script.serving.status()).toSucceed();
      await expect(script.auth.validate(writing)).toSucceed();
    },
  );

  test(
    'a token of write scope administers nothing, even an administrator’s',
    covers('ENG-2861', { catches: 'A6b', severity: 'critical' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('admin'), { scope: 'write' });

      const script = await as({ token });

      await expect(script.cluster.runningNodes()).toBeDenied(403);
      await expect(script.users.list()).toBeDenied(403);
      await expect(script.activity.recent()).toBeDenied(403);
      await expect(script.auth.validate(administering)).toBeDenied(403);
    },
  );

  test(
    'services behind the gateway never receive a role that the scope leaves out',
    covers('ENG-2861', { catches: 'A6b', severity: 'critical' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('admin'), { scope: 'write' });
      const script = await as({ token });

      const { headers } = await script.auth.validate(reading);
      const { roles } = await script.whoami();

      expect(
        String(headers['x-user-roles']).split(','),
        'X-User-Roles leaves the administrator out',
      ).not.toContain('admin');
      expect(roles, 'whoami leaves the administrator out').not.toContain('admin');
    },
  );

  test(
    'a token of admin scope makes no administrator of a viewer',
    covers('ENG-2861', { catches: 'AX67', severity: 'critical' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('viewer'), { scope: 'admin' });

      const script = await as({ token });

      await expect(script.models.list()).toSucceed();
      await expect(script.cluster.runningNodes()).toBeDenied(403);
      await expect(script.auth.validate(writing)).toBeDenied(403);
    },
  );

  test(
    'a role that is taken away is gone from the tokens made before',
    covers('ENG-2861', {
      catches: 'AX54b',
      severity: 'critical',
      requires: ['grant:tokens'],
    }),
    async ({ as, freshUser }) => {
      const [admin, { api: owner, user }] = [await as('admin'), await freshUser('admin')];
      const script = await as({ token: (await owner.auth.createPat({ scope: 'admin' })).token });
      await expect(script.cluster.runningNodes()).toSucceed();

      await admin.users.update(user.id, { roles: ['viewer'] });

      await expect(script.cluster.runningNodes()).toBeDenied(403);
      await expect(script.auth.validate(administering)).toBeDenied(403);
      expect((await script.whoami()).roles).toHaveRoles('viewer');
    },
  );

  test(
    'a token cannot make a stronger token',
    covers('ENG-2861', {
      catches: 'AX66b',
      severity: 'critical',
      requires: ['grant:tokens'],
    }),
    async ({ as, freshUser }) => {
      const { api: owner } = await freshUser('admin');
      const weak = await as({ token: (await owner.auth.createPat({ scope: 'write' })).token });

      const stronger = weak.auth.createPat({ scope: 'admin' });

      await expect(stronger).toBeDenied(403);
      const { pats } = await owner.auth.pats();
      expect(pats.map(({ scope }) => scope)).toEqual(['write']);
    },
  );

  test(
    'an unknown scope is refused',
    covers('ENG-2861', { requires: ['grant:tokens'] }),
    async ({ freshUser }) => {
      const { api: owner } = await freshUser('viewer');

      const made = owner.auth.createPat({ scope: 'everything' });

      await expect(made).toBeRejected(422);
      expect((await owner.auth.pats()).pats).toEqual([]);
    },
  );
});
