import { covers, expect, test } from '@uat/fixtures';

/** What a caller might claim to be, in the words of the gateway. */
const claimed = {
  'X-User-Id': '00000000-0000-4000-8000-000000000000',
  'X-User-Name': 'somebody-else',
  'X-User-Email': 'somebody@example.com',
  'X-User-Roles': 'admin',
};

/** Headers that could smuggle an identity in; each means "admin" to a service that believes it. */
const spellings = [
  { header: 'x-user-roles', title: 'a claim in lower case is not believed', catches: 'A9' },
  { header: 'X-USER-ROLES', title: 'a claim in upper case is not believed', catches: 'A9' },
  { header: 'X_User_Roles', title: 'a claim with underscores is not believed', catches: 'A9b' },
  { header: 'X-User-Role', title: 'a claim of one role is not believed' },
  { header: 'X-User-System-High', title: 'a claim of clearance is not believed', catches: 'A9c' },
  { header: 'X-Workroom-Id', title: 'a claim of a workroom is not believed' },
  { header: 'X-User-Workroom-Id', title: 'a claim of a workroom of one’s own is not believed' },
  {
    header: 'X-User-Workroom-Role',
    title: 'a claim of a role in a workroom is not believed',
    catches: 'A9c',
  },
  { header: 'X-Auth-Token', title: 'a claim of a token is not believed', catches: 'A9c' },
];

interface Verb {
  verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  passes: string;
  refuses: string;
  /** The fault that lets a request of this verb pass without its caller, or for any caller. */
  unnamed?: string;
  unasked?: string;
}

const verbs: Verb[] = [
  {
    verb: 'GET',
    passes: 'a GET is answered with the caller at the other addresses too',
    refuses: 'a forwarded GET beyond the role, or without credentials, is refused at each address',
  },
  {
    verb: 'POST',
    passes: 'a POST is answered with the caller at the other addresses too',
    refuses: 'a forwarded POST beyond the role, or without credentials, is refused at each address',
  },
  {
    verb: 'PUT',
    unnamed: 'A24b',
    passes: 'a PUT is answered with the caller at the other addresses too',
    refuses: 'a forwarded PUT beyond the role, or without credentials, is refused at each address',
  },
  {
    verb: 'PATCH',
    passes: 'a PATCH is answered with the caller at the other addresses too',
    refuses: 'a forwarded PATCH beyond the role, or without credentials, is refused at each address',
  },
  {
    verb: 'DELETE',
    passes: 'a DELETE is answered with the caller at the other addresses too',
    refuses: 'a forwarded DELETE beyond the role, or without credentials, is refused at each address',
  },
  {
    verb: 'OPTIONS',
    unasked: 'A24c',
    passes: 'an OPTIONS is answered with the caller at the other addresses too',
    refuses: 'a forwarded OPTIONS beyond the role, or without credentials, is refused at each address',
  },
];

test.describe('ForwardAuth', () => {
  test(
    'identity headers of a caller are not believed',
    covers('ENG-8749', { catches: 'A9', severity: 'blocker' }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const whoami = await viewer.whoami({ headers: claimed });

      expect(whoami).toEqual(await viewer.whoami());
      expect(whoami.roles).toHaveRoles('viewer');
      await expect(viewer.cluster.runningNodes({ headers: claimed })).toBeDenied(403);
    },
  );

  test(
    'identity headers without a token identify no one',
    covers('ENG-8749', { catches: 'A9', severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const whoami = anyone.whoami({ headers: claimed });

      await expect(whoami).toBeDenied(401);
    },
  );

  test(
    'the gateway hears the validated identity, not the claimed one',
    covers('ENG-8749', { catches: 'A9', severity: 'blocker' }),
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
      });
      expect(validated.headers['x-user-roles']).toHaveRoles('viewer');
      expect(JSON.stringify(validated.headers)).not.toContain('somebody');
    },
  );

  for (const { header, title, catches = [] } of spellings) {
    test(title, covers('ENG-8749', { catches, severity: 'critical' }), async ({ as }) => {
      const [viewer, anyone] = await Promise.all([as('viewer'), as('anonymous')]);
      const headers = { [header]: 'admin' };

      const whoami = await viewer.whoami({ headers });
      const validated = await viewer.auth.validate({ method: 'GET', uri: '/api/models/' }, { headers });

      expect(whoami).toEqual(await viewer.whoami());
      expect(validated.headers['x-user-roles']).toHaveRoles('viewer');
      expect(JSON.stringify(validated.headers)).not.toContain('admin');
      await expect(viewer.cluster.nodes({}, { headers })).toBeDenied(403);
      await expect(anyone.whoami({ headers })).toBeDenied(401);
      await expect(
        viewer.auth.validate({ method: 'GET', uri: '/api/cluster/nodes' }, { headers }),
      ).toBeDenied(403);
    });
  }

  for (const { verb, passes, unnamed = [] } of verbs) {
    test(passes, covers('ENG-8749', { catches: unnamed, severity: 'critical' }), async ({ as }) => {
      const viewer = await as('viewer');
      const { sub } = await viewer.auth.me();
      const held = { verb, method: 'GET', uri: '/api/models/' };

      const forward = await viewer.auth.validate({ ...held, at: 'forward' });
      const path = await viewer.auth.validate({ ...held, at: 'path' });

      expect(forward.headers['x-user-id']).toBe(sub);
      expect(forward.headers['x-user-roles']).toHaveRoles('viewer');
      expect(path.headers['x-user-id']).toBe(sub);
      expect(path.headers['x-user-roles']).toHaveRoles('viewer');
    });
  }

  for (const { verb, refuses, unasked = [] } of verbs) {
    test(refuses, covers('ENG-8749', { catches: unasked, severity: 'critical' }), async ({ as }) => {
      const [viewer, anyone] = await Promise.all([as('viewer'), as('anonymous')]);
      const held = { verb, method: verb, uri: '/api/cluster/nodes' };

      await expect(viewer.auth.validate({ ...held, at: 'validate' })).toBeDenied(403);
      await expect(viewer.auth.validate({ ...held, at: 'forward' })).toBeDenied(403);
      await expect(viewer.auth.validate({ ...held, at: 'path' })).toBeDenied(403);
      await expect(anyone.auth.validate({ ...held, at: 'validate' })).toBeDenied(401);
      await expect(anyone.auth.validate({ ...held, at: 'forward' })).toBeDenied(401);
      await expect(anyone.auth.validate({ ...held, at: 'path' })).toBeDenied(401);
    });
  }

  test(
    'each answer about a caller is signed anew, as of now',
    covers('ENG-8749', { catches: ['A10', 'A10b'], severity: 'critical' }),
    async ({ as }) => {
      const [viewer, user] = await Promise.all([as('viewer'), as('user')]);
      const held = { method: 'GET', uri: '/api/models/' };

      const call = viewer.auth.validate(held);
      const [of, other] = [(await call).headers, (await user.auth.validate(held)).headers];

      const now = Date.parse((await call.response).headers.get('date') ?? '') / 1000;
      expect(of['x-user-signature']).toMatch(/^\S{32,}$/);
      expect(other['x-user-signature']).not.toBe(of['x-user-signature']);
      expect(Number(of['x-user-signature-ts'])).toBeGreaterThan(now - 60);
      expect(Number(of['x-user-signature-ts'])).toBeLessThan(now + 60);
    },
  );

  test(
    'a signature that the caller brings along is not handed on',
    covers('ENG-8749', { catches: ['A9', 'A10'], severity: 'critical' }),
    async ({ as }) => {
      const viewer = await as('viewer');
      const headers = { 'X-User-Signature': 'f'.repeat(64), 'X-User-Signature-Ts': '4102444800' };

      const validated = await viewer.auth.validate({ method: 'GET', uri: '/api/models/' }, { headers });

      expect(validated.headers['x-user-signature']).not.toBe('f'.repeat(64));
      expect(validated.headers['x-user-signature-ts']).not.toBe('4102444800');
      expect(validated.headers['x-user-signature']).toMatch(/^\S{32,}$/);
    },
  );

  test(
    'the cookie of a browser is as good as a bearer',
    covers('ENG-8749', { catches: 'A24' }),
    async ({ as, freshUser }) => {
      const [anyone, person] = await Promise.all([as('anonymous'), freshUser('viewer')]);
      const headers = { cookie: `access_token=${person.token}` };

      const validated = await anyone.auth.validate({ method: 'GET', uri: '/api/models/' }, { headers });

      expect(validated.headers['x-user-name']).toBe(person.username);
      expect(validated.headers['x-user-roles']).toHaveRoles('viewer');
      await expect(
        anyone.auth.validate({ method: 'GET', uri: '/api/cluster/nodes' }, { headers }),
      ).toBeDenied(403);
    },
  );

  test(
    'a credential of another kind does not fall back on the cookie',
    covers('ENG-8749', { catches: 'A24d', severity: 'critical' }),
    async ({ as, freshUser }) => {
      const [anyone, person] = await Promise.all([as('anonymous'), freshUser('viewer')]);
      const cookie = `access_token=${person.token}`;
      const held = { method: 'GET', uri: '/api/models/' };

      const basic = anyone.auth.validate(held, { headers: { cookie, authorization: 'Basic eDp5' } });
      const garbled = anyone.auth.validate(held, { headers: { cookie, authorization: 'Bearer x.y.z' } });

      await expect(basic).toBeDenied(401);
      await expect(garbled).toBeDenied(401);
    },
  );

  test(
    'a caller without valid credentials is refused, however they ask',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ as }) => {
      const anyone = await as('anonymous');
      const held = { method: 'GET', uri: '/api/models/' };

      await expect(anyone.auth.validate({})).toBeDenied(401);
      await expect(anyone.auth.validate(held, { headers: { authorization: 'Bearer' } })).toBeDenied(401);
      await expect(anyone.auth.validate(held, { headers: { authorization: 'Bearer a.b.c' } })).toBeDenied(
        401,
      );
      await expect(anyone.auth.validate(held, { headers: { cookie: 'access_token=a.b.c' } })).toBeDenied(401);
    },
  );
});
