import { covers, expect, test } from '@uat/fixtures';

const because = 'the documents answer an unknown role with 500 and a rollback, and a 4xx says it better';
const failure = {
  kind: 'server error',
  matching: /^(POST|PUT) \/api\/auth\/users\/\S+ 500$/,
  because,
} as const;
const undocumented = {
  kind: 'broken contract',
  matching: /^(POST|PUT) \/api\/auth\/users\/\S+ (4\d\d|500): status: /,
  because,
} as const;

test.describe('users', () => {
  test(
    'a new user signs in with the roles that were given, and is listed',
    covers('ENG-8749', { catches: 'A17', severity: 'critical' }),
    async ({ as, freshUser }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('user', 'viewer')]);

      const { roles, username, sub } = await person.api.auth.me();

      expect(roles).toHaveRoles('user', 'viewer');
      expect(username).toBe(person.username);
      expect(await admin.users.list()).toContainEqual(
        expect.objectContaining({ id: person.user.id, username, active: true, is_external: false }),
      );
      expect(await admin.users.resolve(sub)).toMatchObject({ username });
    },
  );

  test(
    'a user with a role that does not exist is refused and not half made',
    covers('ENG-8749', {
      catches: ['A17', 'A17b'],
      severity: 'critical',
    }),
    async ({ as, data, allow }) => {
      allow(failure);
      allow(undocumented);
      const admin = await as('admin');
      const draft = data.userDraft('viewer');

      const create = admin.users.create({ ...draft, roles: ['viewer', 'no-such-role'] });

      expect((await create.response).status).toBeGreaterThanOrEqual(400);
      const users = await admin.users.list();
      expect(users.map(({ username }) => username)).not.toContain(draft.username);
      await expect((await as('anonymous')).auth.token(draft)).toBeDenied(401);
    },
  );

  test(
    'the name of a user who was refused is free afterwards',
    covers('ENG-8749', { catches: 'A17', severity: 'critical' }),
    async ({ as, data, allow }) => {
      allow(failure);
      allow(undocumented);
      const admin = await as('admin');
      const draft = data.userDraft('viewer');
      await admin.users.create({ ...draft, roles: ['no-such-role'] }).response;

      const create = admin.users.create(draft);

      await expect(create).toSucceed();
      const anyone = await as('anonymous');
      await expect(anyone.auth.token(draft)).toSucceed();
    },
  );

  test(
    'a change to a role that does not exist changes nothing at all',
    covers('ENG-8749', { catches: 'A17' }),
    async ({ as, data, allow }) => {
      allow(failure);
      allow(undocumented);
      const [admin, { user, username }] = await Promise.all([as('admin'), data.user('viewer')]);

      const update = admin.users.update(user.id, {
        email: 'changed@example.com',
        roles: ['user', 'no-such-role'],
      });

      expect((await update.response).status).toBeGreaterThanOrEqual(400);
      const { roles, ...kept } = await admin.users.get(user.id);
      expect(kept).toMatchObject({ username, email: user.email });
      expect(roles).toHaveRoles('viewer');
    },
  );

  test(
    'a name that is taken is refused, in whatever case',
    covers('ENG-8749', { catches: 'AX50' }),
    async ({ as, data }) => {
      const [admin, { user, username, password }] = await Promise.all([as('admin'), data.user('viewer')]);
      const draft = { email: 'namesake@example.com', password, roles: ['user'] };

      await expect(admin.users.create({ ...draft, username })).toBeRejected(409);
      await expect(admin.users.create({ ...draft, username: username.toUpperCase() })).toBeRejected(409);

      const { roles, ...kept } = await admin.users.get(user.id);
      expect(kept).toMatchObject({ username, email: user.email });
      expect(roles).toHaveRoles('viewer');
    },
  );

  test(
    'an invalid address is refused, for a new user and for a change',
    covers('ENG-8749', { catches: 'AX50b' }),
    async ({ as, data }) => {
      const [admin, { user }] = await Promise.all([as('admin'), data.user('viewer')]);
      const draft = data.userDraft('viewer');

      await expect(admin.users.create({ ...draft, email: 'not an address' })).toBeRejected(422);
      await expect(admin.users.update(user.id, { email: 'not an address' })).toBeRejected(422);

      expect(await admin.users.get(user.id)).toMatchObject({ email: user.email });
      const users = await admin.users.list();
      expect(users.map(({ username }) => username)).not.toContain(draft.username);
    },
  );

  test(
    'no answer about a user holds a password or its hash',
    covers('ENG-8749', { catches: 'AX51', severity: 'critical' }),
    async ({ as, data, newPassword }) => {
      const [admin, { user, password }] = await Promise.all([as('admin'), data.user('viewer')]);
      const another = newPassword();

      const answers = JSON.stringify([
        user,
        await admin.users.get(user.id),
        await admin.users.list(),
        await admin.users.update(user.id, { roles: ['viewer'] }),
        await admin.users.setPassword(user.id, another),
      ]);

      expect(answers).not.toContain(password);
      expect(answers).not.toContain(another);
      expect(answers).not.toMatch(/"[a-z_]*(password|hash|salt|secret)[a-z_]*":|pbkdf2|\$argon2|\$2[aby]\$/i);
    },
  );

  test(
    'a user who asks cannot make themselves more than they are',
    covers('ENG-8749', {
      catches: ['A18', 'A18b'],
      severity: 'blocker',
    }),
    async ({ as, freshUser }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('user')]);

      await expect(person.api.users.update(person.user.id, { roles: ['admin'] })).toBeDenied(403);

      const { roles, is_superuser: isSuperuser } = await admin.users.get(person.user.id);
      expect(roles).toHaveRoles('user');
      expect(isSuperuser).toBe(false);
      expect((await person.api.auth.me()).roles).toHaveRoles('user');
    },
  );

  test(
    'a viewer can make, change and remove no user',
    covers('ENG-8749', {
      catches: ['A18', 'A18b'],
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, viewer, { user }] = await Promise.all([as('admin'), as('viewer'), data.user('viewer')]);
      const draft = data.userDraft('admin');

      await expect(viewer.users.create(draft)).toBeDenied(403);
      await expect(viewer.users.update(user.id, { active: false })).toBeDenied(403);
      await expect(viewer.users.remove(user.id)).toBeDenied(403);

      expect(await admin.users.get(user.id)).toMatchObject({ active: true });
      const users = await admin.users.list();
      expect(users.map(({ username }) => username)).not.toContain(draft.username);
    },
  );

  test(
    'a role that was given counts with the next sign-in',
    covers('ENG-8749'),
    async ({ as, freshUser, signIn }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('viewer')]);

      await admin.users.update(person.user.id, { roles: ['user'] });

      const { api } = await signIn(person);
      expect((await api.auth.me()).roles).toHaveRoles('user');
    },
  );
});
