import { covers, expect, test } from '@uat/fixtures';

/** Ways to write an address so that a careless reader takes it for one that is allowed; the caller is a viewer. */
const detours = [
  { uri: '//api/cluster/nodes', title: 'a doubled slash in front does not get past the policy' },
  { uri: '/api//cluster//nodes', title: 'doubled slashes within do not get past the policy' },
  { uri: '/api/cluster/nodes/', title: 'a slash at the end does not get past the policy' },
  { uri: '/api/cluster/./nodes', title: 'a dot does not get past the policy' },
  { uri: '/api/models/../cluster/nodes', title: 'two dots do not get past the policy', catches: 'AX57' },
  {
    uri: '/api/models/%2e%2e/cluster/nodes',
    title: 'two encoded dots do not get past the policy',
    catches: ['AX57', 'AX57b'],
  },
  {
    uri: '/api/models/.%2E/cluster/nodes',
    title: 'a dot and an encoded one do not get past the policy',
    catches: ['AX57', 'AX57b'],
  },
  {
    uri: '/api/models/%252e%252e/cluster/nodes/../x',
    title: 'dots encoded twice do not get past the policy',
    catches: 'AX57',
  },
  { uri: '/api%2Fcluster/nodes', title: 'an encoded slash does not get past the policy' },
  {
    uri: '/api/models/..%2fcluster/nodes',
    title: 'an encoded way up does not get past the policy',
    catches: 'AX57',
  },
  { uri: '/api/models\\..\\cluster\\nodes', title: 'backslashes do not get past the policy' },
  { uri: '/api/%63luster/nodes', title: 'an encoded letter does not get past the policy' },
  { uri: '/API/CLUSTER/nodes', title: 'capitals do not get past the policy' },
  { uri: '/api/cluster;x=/api/models/nodes', title: 'a semicolon does not get past the policy' },
  { uri: '/api/cluster/nodes?/api/models/', title: 'a query does not get past the policy' },
  { uri: '/api/cluster/nodes#/api/models/', title: 'a fragment does not get past the policy' },
  { uri: '/api/cluster/nodes%00/api/models', title: 'a zero byte does not get past the policy' },
  { uri: '/api/cluster/%zz', title: 'an address that cannot be decoded does not get past the policy' },
  { uri: 'api/cluster/nodes', title: 'an address without a slash does not get past the policy' },
  { uri: '', title: 'an empty address does not get past the policy' },
];

test.describe('policy', () => {
  for (const { uri, title, catches = [] } of detours) {
    test(title, covers('ENG-2861', { catches, severity: 'critical' }), async ({ as }) => {
      const [viewer, anyone] = await Promise.all([as('viewer'), as('anonymous')]);

      await expect(viewer.auth.validate({ method: 'GET', uri })).toBeDenied(403);
      await expect(viewer.auth.validate({ method: 'GET', uri, at: 'forward' })).toBeDenied(403);
      await expect(anyone.auth.validate({ method: 'GET', uri })).toBeDenied(401);
    });
  }

  test(
    'an address that is open to all is no way past the policy',
    covers('ENG-2861', { catches: 'AX57', severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');
      const ask = (uri: string) => anyone.auth.validate({ method: 'GET', uri });

      await expect(ask('/api/auth/forward/validate/../../cluster/nodes')).toBeDenied(401);
      await expect(ask('/api/auth/forward/validate/%2e%2e/%2e%2e/%2e%2e/cluster/nodes')).toBeDenied(401);
      await expect(ask('/api/auth/forward/validate/..%2f..%2f..%2fcluster/nodes')).toBeDenied(401);
      await expect(ask('/api/ping/../cluster/nodes')).toBeDenied(401);
      await expect(ask('/api/auth/../cluster/nodes')).toBeDenied(401);
    },
  );

  test(
    'what no rule names is denied, to administrators too',
    covers('ENG-2861', { catches: 'AX58b', severity: 'critical' }),
    async ({ gatewayDecisions }) => {
      const decisions = await gatewayDecisions('GET /nothing/of/this/kind');

      expect(decisions).toEqual({
        admin: 'deny',
        user: 'deny',
        viewer: 'deny',
        anonymous: 'unauthenticated',
      });
    },
  );

  test(
    'only administrators learn that an address does not exist',
    covers('ENG-2861', { catches: 'AX58b' }),
    async ({ gatewayDecisions }) => {
      const decisions = await gatewayDecisions('GET /api/nothing-of-this-kind/{id}');

      expect(decisions).toMatchObject({ user: 'deny', viewer: 'deny', anonymous: 'unauthenticated' });
    },
  );

  test(
    'HEAD and unknown verbs open nothing that GET does not',
    covers('ENG-2861', { catches: 'AX59b', severity: 'critical' }),
    async ({ gatewayDecisions }) => {
      const closed = { user: 'deny', viewer: 'deny', anonymous: 'unauthenticated' };

      expect(await gatewayDecisions('HEAD /api/cluster/nodes')).toMatchObject(closed);
      expect(await gatewayDecisions('HEAD /api/auth/users/')).toMatchObject(closed);
      expect(await gatewayDecisions('TRACE /api/cluster/nodes')).toMatchObject(closed);
      expect(await gatewayDecisions('PROPFIND /api/cluster/nodes')).toMatchObject(closed);
      expect(await gatewayDecisions('get /api/cluster/nodes')).toMatchObject(closed);
      expect(await gatewayDecisions('delete /api/models/{id}')).toMatchObject({
        viewer: 'deny',
        anonymous: 'unauthenticated',
      });
    },
  );

  test(
    'a caller who names another verb on the side is judged by the true one',
    covers('ENG-2861', { catches: 'AX59c', severity: 'critical' }),
    async ({ as }) => {
      const viewer = await as('viewer');
      const held = { method: 'DELETE', uri: `/api/models/${crypto.randomUUID()}` };
      const ask = (header: string) => viewer.auth.validate(held, { headers: { [header]: 'GET' } });

      await expect(ask('X-HTTP-Method-Override')).toBeDenied(403);
      await expect(ask('X-HTTP-Method')).toBeDenied(403);
      await expect(ask('X-Method-Override')).toBeDenied(403);
      await expect(viewer.auth.validate({ ...held, method: 'GET' })).toSucceed();
    },
  );

  test(
    'another rule counts at once, and is forgotten when it is taken back',
    covers('ENG-2861', { catches: 'AX58c', severity: 'critical' }),
    async ({ data, gatewayDecisions }) => {
      const rule = await data.policyRule({ methods: ['GET'], roles: ['viewer'] });
      const operation = `GET ${rule.path}/anything`;
      expect(await gatewayDecisions(operation)).toMatchObject({
        viewer: 'allow',
        anonymous: 'unauthenticated',
      });
      expect(await gatewayDecisions(`POST ${rule.path}/anything`)).toMatchObject({ viewer: 'deny' });

      await rule.remove();

      expect(await gatewayDecisions(operation)).toMatchObject({
        viewer: 'deny',
        anonymous: 'unauthenticated',
      });
    },
  );

  test(
    'a policy that cannot be read is refused, and the one in force stays',
    covers('ENG-2861', { catches: 'AX58d', severity: 'critical' }),
    async ({ as, data, gatewayDecisions }) => {
      const admin = await as('admin');
      const [unfinished, withoutRules, empty] = ['endpoints: [', 'version: 1', ''] as const;
      await data.keepPolicyFrom(unfinished, withoutRules, empty);

      await expect(admin.policy.set(unfinished)).toBeRejected(422);
      await expect(admin.policy.set(withoutRules)).toBeRejected(422);
      await expect(admin.policy.set(empty)).toBeRejected(422);

      expect(await gatewayDecisions('GET /api/models/')).toEqual({
        admin: 'allow',
        user: 'allow',
        viewer: 'allow',
        anonymous: 'unauthenticated',
      });
      expect(await gatewayDecisions('GET /api/cluster/nodes')).toMatchObject({
        admin: 'allow',
        viewer: 'deny',
      });
    },
  );

  test(
    'only administrators change the policy',
    covers('ENG-2861', {
      catches: 'AX58e',
      severity: 'blocker',
      requires: ['grant:policy', 'capability:policy'],
    }),
    async ({ as }) => {
      const [user, viewer, anyone] = await Promise.all([as('user'), as('viewer'), as('anonymous')]);
      const none = 'this is no policy';

      await expect(user.policy.set(none)).toBeDenied(403);
      await expect(viewer.policy.set(none)).toBeDenied(403);
      await expect(anyone.policy.set(none)).toBeDenied(401);
    },
  );
});
