import { covers, expect, test } from '@uat/fixtures';

/** The id of nobody: calls about it change nothing, and a 404 to one comes from behind the gate. */
const nobodysUser = '5e1f0a52-0000-4000-8000-000000000001';

test.describe('roles at the API itself', () => {
  test(
    'reading the users is for administrators',
    covers('ENG-8749', { catches: 'A18', severity: 'critical', requires: ['capability:users'] }),
    async ({ as }) => {
      const [admin, user, viewer, anyone] = await Promise.all([
        as('admin'),
        as('user'),
        as('viewer'),
        as('anonymous'),
      ]);

      await expect(admin.users.list()).toSucceed();
      await expect(user.users.list()).toBeDenied(403);
      await expect(viewer.users.list()).toBeDenied(403);
      await expect(anyone.users.list()).toBeDenied(401);
    },
  );

  test(
    'nobody but an administrator learns whether a user exists',
    covers('ENG-8749', { catches: 'A18', severity: 'critical', requires: ['capability:users'] }),
    async ({ as }) => {
      const [admin, user, viewer] = await Promise.all([as('admin'), as('user'), as('viewer')]);

      await expect(admin.users.get(nobodysUser)).toBeRejected(404);
      await expect(user.users.get(nobodysUser)).toBeDenied(403);
      await expect(viewer.users.get(nobodysUser)).toBeDenied(403);
      await expect(user.users.resolve(nobodysUser)).toBeDenied(403);
      await expect(viewer.users.resolve(nobodysUser)).toBeDenied(403);
    },
  );

  test(
    'a user that nobody could be is refused to administrators for what it is, to others for who they are',
    covers('ENG-8749', { catches: 'A18', severity: 'critical', requires: ['capability:users'] }),
    async ({ as }) => {
      const impossible = { username: '', email: 'nowhere', password: '', roles: [] };
      const [admin, user, viewer, anyone] = await Promise.all([
        as('admin'),
        as('user'),
        as('viewer'),
        as('anonymous'),
      ]);

      await expect(admin.users.create(impossible)).toBeRejected(422);
      await expect(user.users.create(impossible)).toBeDenied(403);
      await expect(viewer.users.create(impossible)).toBeDenied(403);
      await expect(anyone.users.create(impossible)).toBeDenied(401);
    },
  );

  test(
    'nobody but an administrator changes, removes or resets a user',
    covers('ENG-8749', { catches: 'A18', severity: 'critical', requires: ['capability:users'] }),
    async ({ as, newPassword }) => {
      const [user, viewer] = await Promise.all([as('user'), as('viewer')]);

      await expect(user.users.update(nobodysUser, { active: false })).toBeDenied(403);
      await expect(viewer.users.update(nobodysUser, { active: false })).toBeDenied(403);
      await expect(user.users.remove(nobodysUser)).toBeDenied(403);
      await expect(viewer.users.remove(nobodysUser)).toBeDenied(403);
      await expect(user.users.setPassword(nobodysUser, newPassword())).toBeDenied(403);
      await expect(viewer.users.setPassword(nobodysUser, newPassword())).toBeDenied(403);
    },
  );

  test(
    'nobody but an administrator sees the cluster and what happened on it',
    covers('ENG-2861', { catches: ['A19', 'A19b'], severity: 'critical' }),
    async ({ as }) => {
      const [admin, user, viewer, anyone] = await Promise.all([
        as('admin'),
        as('user'),
        as('viewer'),
        as('anonymous'),
      ]);

      await expect(admin.cluster.nodes()).toSucceed();
      await expect(user.cluster.nodes()).toBeDenied(403);
      await expect(viewer.cluster.nodes()).toBeDenied(403);
      await expect(anyone.cluster.nodes()).toBeDenied(401);
      await expect(admin.activity.recent()).toSucceed();
      await expect(user.activity.recent()).toBeDenied(403);
      await expect(viewer.activity.recent()).toBeDenied(403);
      await expect(anyone.activity.recent()).toBeDenied(401);
    },
  );

  test(
    'everybody signed in sees the models, nobody else',
    covers('ENG-2861', { severity: 'critical' }),
    async ({ as }) => {
      const [admin, user, viewer, anyone] = await Promise.all([
        as('admin'),
        as('user'),
        as('viewer'),
        as('anonymous'),
      ]);

      await expect(admin.models.list()).toSucceed();
      await expect(user.models.list()).toSucceed();
      await expect(viewer.models.list()).toSucceed();
      await expect(anyone.models.list()).toBeDenied(401);
    },
  );

  test(
    'the settings of the whole platform are for administrators',
    covers('ENG-2861', { severity: 'critical', requires: ['capability:consent', 'capability:policy'] }),
    async ({ as }) => {
      const [admin, user, viewer, anyone] = await Promise.all([
        as('admin'),
        as('user'),
        as('viewer'),
        as('anonymous'),
      ]);

      await expect(admin.security.config()).toSucceed();
      await expect(user.security.config()).toBeDenied(403);
      await expect(viewer.security.config()).toBeDenied(403);
      await expect(anyone.security.config()).toBeDenied(401);
      await expect(admin.policy.get()).toSucceed();
      await expect(user.policy.get()).toBeDenied(403);
      await expect(viewer.policy.get()).toBeDenied(403);
      await expect(anyone.policy.get()).toBeDenied(401);
    },
  );

  test(
    'whoever is signed in is told their own name and roles',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ as, account }) => {
      const [admin, user, viewer] = await Promise.all([as('admin'), as('user'), as('viewer')]);

      const [a, u, v] = await Promise.all([admin.auth.me(), user.auth.me(), viewer.auth.me()]);

      expect(a.username).toBe(account('admin').username);
      expect(a.roles).toHaveRoles('admin');
      expect(u.username).toBe(account('user').username);
      expect(u.roles).toHaveRoles('user');
      expect(v.username).toBe(account('viewer').username);
      expect(v.roles).toHaveRoles('viewer');
    },
  );
});
