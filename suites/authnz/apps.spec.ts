import { covers, expect, type Requirement, test } from '@uat/fixtures';

const pastGateway: Requirement[] = ['capability:direct-app-access'];

/** What somebody past the gateway might make of an identity that it signed. */
const changes = [
  {
    headers: { 'x-user-roles': 'admin' },
    title: 'an app refuses roles that the gateway did not sign',
    catches: ['AX81', 'AX82'],
  },
  {
    headers: { 'x-user-id': '00000000-0000-4000-8000-000000000000' },
    title: 'an app refuses a user whom the gateway did not sign',
    catches: 'AX82',
  },
  {
    headers: { 'x-user-name': 'somebody-else' },
    title: 'an app refuses a name that the gateway did not sign',
    catches: 'AX82',
  },
  {
    headers: { 'x-workroom-id': '00000000-0000-4000-8000-000000000000' },
    title: 'an app refuses a workroom that the gateway did not sign',
    catches: 'AX82',
  },
  {
    headers: { 'x-user-signature': '' },
    title: 'an app refuses an identity without a signature',
    catches: 'AX82',
  },
  {
    headers: { 'x-user-signature': 'f'.repeat(64) },
    title: 'an app refuses an invalid signature',
    catches: 'AX82',
  },
];

test.describe('apps', () => {
  test(
    'an ephemeral app goes when its owner signs out, other apps stay',
    covers('ENG-8749', { catches: ['A26', 'A26c', 'AX28'], severity: 'critical' }),
    async ({ as, data, signIn }) => {
      const account = await data.user('user');
      const { api: session } = await signIn(account);
      const { api: later } = await signIn(account);
      const fleeting = await data.app(session, { is_ephemeral_session: true });
      const lasting = await data.app(session, { is_ephemeral_session: false });
      const another = await data.app(later, { is_ephemeral_session: true });
      const admin = await as('admin');

      await session.auth.logout();

      await expect.poll(async () => (await admin.apps.get(fleeting.id).response).status).toBe(404);
      await expect(later.apps.page(fleeting.id)).toBeRejected(404);
      await expect(later.apps.page(lasting.id)).toSucceed();
      await expect(later.apps.page(another.id)).toSucceed();
    },
  );

  test(
    'an ephemeral app goes when an administrator purges the sessions of its owner',
    covers('ENG-8749', {
      catches: ['A26b', 'A26c'],
      requires: ['capability:sessions', 'grant:sessions'],
    }),
    async ({ as, data, signIn }) => {
      const { user, ...account } = await data.user('user');
      const { api: session } = await signIn(account);
      const fleeting = await data.app(session, { is_ephemeral_session: true });
      const lasting = await data.app(session, { is_ephemeral_session: false });
      const admin = await as('admin');

      await admin.sessions.purge({ subject_id: user.id });

      await expect.poll(async () => (await admin.apps.get(fleeting.id).response).status).toBe(404);
      await expect(admin.apps.page(fleeting.id)).toBeRejected(404);
      await expect(admin.apps.get(lasting.id)).toSucceed();
    },
  );

  test(
    'an app that was purged no longer answers',
    covers('ENG-8749', { catches: 'A26c', severity: 'critical' }),
    async ({ data, freshUser }) => {
      const { api: owner } = await freshUser('user');
      const { id } = await data.app(owner);
      await expect.poll(async () => (await owner.apps.page(id).response).status).toBe(200);

      await owner.apps.purge(id);

      await expect(owner.apps.page(id)).toBeRejected(404);
      await expect(owner.apps.get(id)).toBeRejected(404);
      expect((await owner.apps.list()).map((app) => app.id)).not.toContain(id);
    },
  );

  test(
    'only its owner and administrators can end an app',
    covers('ENG-8749', { catches: 'AX24', severity: 'critical' }),
    async ({ as, data, freshUser }) => {
      const { api: owner } = await freshUser('user');
      const { id } = await data.app(owner);
      const { api: stranger } = await freshUser('user');

      await expect(stranger.apps.stop(id)).toBeDenied(403);
      await expect(stranger.apps.purge(id)).toBeDenied(403);

      await expect(owner.apps.get(id)).toSucceed();
      const admin = await as('admin');
      await expect(admin.apps.purge(id)).toSucceed();
      await expect(owner.apps.get(id)).toBeRejected(404);
    },
  );

  test(
    'an app is closed to visitors who are not signed in',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ as, data, freshUser }) => {
      const { api: owner } = await freshUser('user');
      const { id } = await data.app(owner);
      const anyone = await as('anonymous');

      await expect(anyone.apps.page(id)).toBeDenied(401);
      await expect(anyone.apps.get(id)).toBeDenied(401);
      await expect(anyone.apps.purge(id)).toBeDenied(401);
    },
  );

  test(
    'an app of a workroom is closed to anyone who is not a member',
    covers('ENG-8749', { catches: 'AX27', severity: 'critical' }),
    async ({ data, freshUser }) => {
      const { api: owner } = await freshUser('user');
      const room = await data.workroom(owner);
      await owner.workrooms.enter(room.id);
      const { id } = await data.app(owner);
      const { api: stranger } = await freshUser('user');
      await expect.poll(async () => (await owner.apps.page(id).response).status).toBe(200);

      await expect(stranger.apps.page(id)).toBeDenied(403);
      await expect(stranger.apps.get(id)).toBeDenied(403);
      expect((await stranger.apps.list()).map((app) => app.id)).not.toContain(id);
    },
  );

  test(
    'an invalid session token is refused with the reason',
    covers('ENG-2902', { requires: ['capability:apps'] }),
    async ({ as }) => {
      const user = await as('user');

      const heartbeat = await user.apps.heartbeat('no-such-token').response;
      const end = await user.apps.endSession('no-such-token').response;

      expect(heartbeat).toMatchObject({ status: 401, body: { detail: 'Invalid session token' } });
      expect(end).toMatchObject({ status: 401, body: { detail: 'Invalid session token' } });
    },
  );

  test(
    'an app speaks for itself only, and its session token ends with it',
    covers('ENG-2902', { catches: ['AX25', 'A26d'], requires: ['capability:app-sessions'] }),
    async ({ data, freshUser }) => {
      const { api: owner } = await freshUser('user');
      const [app, other] = [await data.app(owner), await data.app(owner)];
      const { session_token: token } = await owner.apps.session(app.id);

      const heard = await owner.apps.heartbeat(token);
      const ended = await owner.apps.endSession(token);

      expect([heard.deployment_id, ended.deployment_id]).toEqual([app.id, app.id]);
      await expect(owner.apps.get(app.id)).toBeRejected(404);
      await expect(owner.apps.page(app.id)).toBeRejected(404);
      await expect(owner.apps.heartbeat(token)).toBeDenied(401);
      expect(await owner.apps.get(other.id)).toMatchObject({ last_seen_at: null });
    },
  );

  test(
    'the old way to deploy an app says that it is deprecated',
    covers('ENG-8749', { requires: ['capability:users', 'grant:users'] }),
    async ({ as, data }) => {
      const user = await as('user');
      const [template] = await user.apps.templates();

      const { name } = await data.app(user);

      const deployment = user.apps.deploy({ name, template_id: String(template?.id) });
      const { headers } = await deployment.response;
      await user.apps.purge((await deployment).id);

      expect(headers.get('deprecation')).not.toBeNull();
      expect(headers.get('warning')).toContain('/extensions');
    },
  );
});

// Past the gateway, where nothing but its signature says who is asking.
test.describe('apps and the signature of the gateway', () => {
  const refusal = { status: 401, body: { detail: 'forward_auth_signature_invalid' } };

  test(
    'an app believes the identity that the gateway signed',
    covers('ENG-8749', { catches: 'A10', severity: 'critical', requires: pastGateway }),
    async ({ as, data }) => {
      const [user, viewer, anyone] = [await as('user'), await as('viewer'), await as('anonymous')];
      const { id } = await data.app(user);
      const { sub, username } = await viewer.auth.me();

      const { headers } = await viewer.auth.validate({ method: 'GET', uri: `/runtime/apps/${id}/` });

      const who = { user_id: sub, username, roles: ['viewer'] };
      expect(await anyone.testing.app(id, { headers })).toMatchObject(who);
      await expect(viewer.apps.page(id)).toSucceed();
    },
  );

  for (const { title, headers: change, catches } of changes) {
    test(
      title,
      covers('ENG-8749', { catches, severity: 'critical', requires: pastGateway }),
      async ({ as, data }) => {
        const [user, viewer, anyone] = [await as('user'), await as('viewer'), await as('anonymous')];
        const { id } = await data.app(user);
        const { headers } = await viewer.auth.validate({ method: 'GET', uri: `/runtime/apps/${id}/` });

        const changed = await anyone.testing.app(id, { headers: { ...headers, ...change } }).response;

        expect(changed).toMatchObject(refusal);
      },
    );
  }

  test(
    'an app refuses one person with the signature of another',
    covers('ENG-8749', { catches: 'AX82', severity: 'critical', requires: pastGateway }),
    async ({ as, data }) => {
      const [user, viewer, anyone] = [await as('user'), await as('viewer'), await as('anonymous')];
      const { id } = await data.app(user);
      const held = { method: 'GET', uri: `/runtime/apps/${id}/` };
      const { headers: one } = await user.auth.validate(held);
      const { headers: other } = await viewer.auth.validate(held);
      const signature = {
        'x-user-signature': String(other['x-user-signature']),
        'x-user-signature-ts': String(other['x-user-signature-ts']),
        'x-request-id': String(other['x-request-id']),
      };

      const mixed = await anyone.testing.app(id, { headers: { ...one, ...signature } }).response;

      expect(mixed).toMatchObject(refusal);
    },
  );

  test(
    'an app refuses a signature of an hour ago, also under the time of now',
    covers('ENG-8749', {
      catches: ['AX82', 'AX83'],
      severity: 'critical',
      requires: pastGateway,
    }),
    async ({ as, data }) => {
      const [user, later] = [await as('user'), await as('anonymous', { clock: 3600 })];
      const { id } = await data.app(user);
      const { headers } = await user.auth.validate({ method: 'GET', uri: `/runtime/apps/${id}/` });
      const dated = { 'x-user-signature-ts': String(Number(headers['x-user-signature-ts']) + 3600) };

      const old = await later.testing.app(id, { headers }).response;
      const renamed = await later.testing.app(id, { headers: { ...headers, ...dated } }).response;

      expect(old).toMatchObject(refusal);
      expect(renamed).toMatchObject(refusal);
    },
  );

  test(
    'an app that knows the gateway by another secret refuses everybody with the reason, while the platform is well',
    covers('ENG-8749', { catches: 'AX82', requires: pastGateway }),
    async ({ as, data }) => {
      const [admin, user, anyone] = [await as('admin'), await as('user'), await as('anonymous')];
      const [app, other] = [await data.app(user), await data.app(user)];
      await expect(user.apps.page(app.id)).toSucceed();

      await admin.testing.driftApp(app.id);

      expect(await user.apps.page(app.id).response).toMatchObject(refusal);
      expect(await admin.apps.page(app.id).response).toMatchObject(refusal);
      expect(await anyone.auth.health()).toMatchObject({ status: 'healthy' });
      await expect(user.apps.page(other.id)).toSucceed();
    },
  );
});
