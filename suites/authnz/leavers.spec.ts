import { covers, expect, type FreshUser, type Kamiwaza, test } from '@uat/fixtures';

const models = { method: 'GET', uri: '/api/models/' };

/** Expects that neither the session nor a token of a person opens anything, and that no new session can be begun. */
async function expectLockedOut(
  person: FreshUser,
  { anyone, script }: { anyone: Kamiwaza; script: Kamiwaza },
): Promise<void> {
  await expect(person.api.auth.me()).toBeDenied(401);
  await expect(person.api.auth.validate(models)).toBeDenied(401);
  await expect(script.auth.me()).toBeDenied(401);
  await expect(script.auth.validate(models)).toBeDenied(401);
  await expect(anyone.auth.refresh(person)).toBeDenied(401);
  await expect(anyone.auth.token(person)).toBeDenied(401);
}

test.describe('people who leave', () => {
  test(
    'a deactivated user is locked out at once, at every entry point',
    covers('ENG-8749', {
      catches: ['AX52', 'AX52b'],
      severity: 'blocker',
      requires: ['grant:tokens'],
    }),
    async ({ as, freshUser }) => {
      const [admin, anyone, person] = await Promise.all([as('admin'), as('anonymous'), freshUser('user')]);
      const { token } = await person.api.auth.createPat({ ttl_seconds: 600, scope: 'write' });
      const script = await as({ token });
      await expect(script.auth.me()).toSucceed();

      await admin.users.update(person.user.id, { active: false });

      await expectLockedOut(person, { anyone, script });
    },
  );

  test(
    'a deactivated user is out of the browser, and kept out',
    covers('ENG-8749', {
      catches: 'AX52b',
      severity: 'critical',
    }),
    async ({ as, data, consoleAs }) => {
      const [admin, person, console] = await Promise.all([
        as('admin'),
        data.user('user'),
        consoleAs('anonymous'),
      ]);
      await console.signInPage.signIn(person);
      await expect(console.shell.welcome(person.username)).toBeVisible();

      await admin.users.update(person.user.id, { active: false });

      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();
      await console.signInPage.signIn(person);
      await expect(console.signInPage.alert).toContainText(
        /invalid username or password|account is disabled/i,
      );
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'a user who is active again may sign in, and gets no old session back',
    covers('ENG-8749', { catches: 'AX52c' }),
    async ({ as, freshUser, signIn }) => {
      const [admin, anyone, person] = await Promise.all([as('admin'), as('anonymous'), freshUser('viewer')]);
      await admin.users.update(person.user.id, { active: false });

      await admin.users.update(person.user.id, { active: true });

      const again = await signIn(person);
      const { username, roles } = await again.api.auth.me();
      expect(username).toBe(person.username);
      expect(roles).toHaveRoles('viewer');
      await expect(person.api.auth.me()).toBeDenied(401);
      await expect(anyone.auth.refresh(person)).toBeDenied(401);
    },
  );

  test(
    'a removed user is gone, with sessions and tokens',
    covers('ENG-8749', {
      catches: ['AX53', 'AX53b'],
      severity: 'blocker',
      requires: ['grant:tokens'],
    }),
    async ({ as, freshUser }) => {
      const [admin, anyone, person] = await Promise.all([as('admin'), as('anonymous'), freshUser('user')]);
      const { token } = await person.api.auth.createPat({ ttl_seconds: 600, scope: 'write' });
      const script = await as({ token });

      await expect(admin.users.remove(person.user.id)).toMatchContract();

      await expectLockedOut(person, { anyone, script });
    },
  );

  test(
    'a removed user stays removed',
    covers('ENG-8749', {
      catches: 'AX53',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, { user, username }] = await Promise.all([as('admin'), data.user('user')]);

      await admin.users.remove(user.id);

      await expect(admin.users.get(user.id)).toBeRejected(404);
      await expect(admin.users.remove(user.id)).toBeRejected(404);
      await expect(admin.users.update(user.id, { active: true })).toBeRejected(404);
      const users = await admin.users.list();
      expect(users.map((one) => one.username)).not.toContain(username);
    },
  );

  test(
    'somebody of a name that was used before inherits nothing',
    covers('ENG-8749', {
      catches: ['AX53', 'AX53b'],
      severity: 'critical',
    }),
    async ({ as, data, signIn }) => {
      const admin = await as('admin');
      const draft = data.userDraft('user');
      const { id } = await admin.users.create(draft);
      const before = await signIn(draft);
      await admin.users.remove(id);

      const namesake = await admin.users.create({ ...draft, roles: ['viewer'] });

      const after = await signIn(draft);
      expect(namesake.id).not.toBe(id);
      expect((await after.api.auth.me()).roles).toHaveRoles('viewer');
      expect(await after.api.auth.pats()).toEqual({ pats: [] });
      await expect(before.api.auth.me()).toBeDenied(401);
    },
  );

  test(
    'a role that was taken away is gone at once, from sessions and tokens alike',
    covers('ENG-2861', {
      catches: ['AX54', 'AX54b'],
      severity: 'blocker',
      requires: ['grant:tokens'],
    }),
    async ({ as, freshUser }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('admin', 'viewer')]);
      const { token } = await person.api.auth.createPat({ ttl_seconds: 600, scope: 'admin' });
      const script = await as({ token });
      await expect(person.api.cluster.nodes()).toSucceed();
      await expect(script.cluster.nodes()).toSucceed();

      await admin.users.update(person.user.id, { roles: ['viewer'] });

      const cluster = { method: 'GET', uri: '/api/cluster/nodes' };
      await expect(person.api.cluster.nodes()).toBeDenied(403);
      await expect(person.api.auth.validate(cluster)).toBeDenied(403);
      await expect(script.cluster.nodes()).toBeDenied(403);
      await expect(script.auth.validate(cluster)).toBeDenied(403);
      await expect(person.api.models.list()).toSucceed();
    },
  );
});
