import { covers, expect, test } from '@uat/fixtures';

const anyone = {
  who: 'anyone',
  decisions: { admin: 'allow', user: 'allow', viewer: 'allow', anonymous: 'allow' },
} as const;
const signedIn = {
  who: 'anyone signed in',
  decisions: { admin: 'allow', user: 'allow', viewer: 'allow', anonymous: 'unauthenticated' },
} as const;
const editors = {
  who: 'users and administrators',
  decisions: { admin: 'allow', user: 'allow', viewer: 'deny', anonymous: 'unauthenticated' },
} as const;
const administrators = {
  who: 'administrators only',
  decisions: { admin: 'allow', user: 'deny', viewer: 'deny', anonymous: 'unauthenticated' },
} as const;

/** What the documentation says about roles and operations; nothing here is read from the target. */
const matrix = [
  { request: 'GET /api/ping', answers: anyone },
  { request: 'GET /api/node/node_status', answers: anyone },
  { request: 'GET /api/security/public/config', answers: anyone },
  { request: 'POST /api/security/consent/accept', answers: anyone },
  { request: 'GET /api/auth/', answers: anyone },
  { request: 'GET /api/auth/health', answers: anyone },
  { request: 'GET /api/auth/jwks', answers: anyone },
  { request: 'POST /api/auth/token', answers: anyone },
  { request: 'POST /api/auth/refresh', answers: anyone },
  { request: 'GET /api/auth/login', answers: anyone },
  { request: 'GET /api/auth/callback', answers: anyone },
  { request: 'POST /api/auth/logout', answers: anyone },
  { request: 'GET /api/auth/logout/front-channel', answers: anyone },
  { request: 'GET /api/auth/validate', answers: anyone },
  { request: 'POST /api/auth/validate', answers: anyone },
  { request: 'GET /api/auth/forward/validate', answers: anyone },

  { request: 'GET /api/whoami', answers: signedIn },
  { request: 'GET /api/auth/users/me', answers: signedIn },
  { request: 'GET /api/auth/users/me/password-capability', answers: signedIn },
  { request: 'POST /api/auth/users/me/password', answers: signedIn },
  { request: 'GET /api/auth/pat-config', answers: signedIn },
  { request: 'GET /api/auth/pats', answers: signedIn },
  { request: 'POST /api/auth/pats', answers: signedIn },
  { request: 'DELETE /api/auth/pats/{id}', answers: signedIn },

  { request: 'GET /api/models/', answers: signedIn },
  { request: 'GET /api/models/{id}', answers: signedIn },
  { request: 'GET /api/models/{id}/memory_usage', answers: signedIn },
  { request: 'POST /api/models/', answers: editors },
  { request: 'POST /api/models/download/', answers: editors },
  { request: 'PUT /api/models/{id}', answers: editors },
  { request: 'DELETE /api/models/{id}', answers: editors, catches: 'AX59' },

  { request: 'GET /api/serving/status', answers: signedIn },
  { request: 'GET /api/serving/health', answers: signedIn },
  { request: 'GET /api/serving/deployments', answers: signedIn },
  { request: 'POST /api/serving/deploy_model', answers: administrators },
  { request: 'DELETE /api/serving/deployment/{id}', answers: administrators },

  { request: 'GET /api/cluster/nodes', answers: administrators, catches: 'A19' },
  { request: 'GET /api/cluster/get_running_nodes', answers: administrators, catches: 'A19' },
  { request: 'GET /api/cluster/hardware', answers: administrators, catches: 'A19' },
  { request: 'POST /api/cluster/location', answers: administrators },
  { request: 'PUT /api/cluster/location/{id}', answers: administrators },
  { request: 'DELETE /api/cluster/hardware/{id}', answers: administrators },
  { request: 'GET /api/activity/activities/', answers: administrators, catches: 'A19b' },

  { request: 'GET /api/auth/users/', answers: administrators, catches: 'A18' },
  { request: 'GET /api/auth/users/{id}', answers: administrators },
  { request: 'GET /api/auth/users/resolve/{id}', answers: administrators },
  { request: 'POST /api/auth/users/local', answers: administrators },
  { request: 'PUT /api/auth/users/{id}', answers: administrators, catches: 'A18b' },
  { request: 'DELETE /api/auth/users/{id}', answers: administrators },
  { request: 'POST /api/auth/users/{id}/password', answers: administrators },
  { request: 'POST /api/auth/sessions/purge', answers: administrators, catches: 'A23d' },
  { request: 'DELETE /api/auth/sessions/{id}', answers: administrators, catches: 'A23d' },

  { request: 'GET /api/auth/tuples/', answers: administrators },
  { request: 'POST /api/auth/tuples', answers: administrators },
  { request: 'DELETE /api/auth/tuples', answers: administrators },
  { request: 'GET /api/auth/tuples/export', answers: administrators },
  { request: 'GET /api/auth/audit/decisions/export', answers: administrators },
  { request: 'GET /api/authz/subjects', answers: administrators },
  { request: 'GET /api/authz/groups', answers: administrators },
  { request: 'PUT /api/authz/policy', answers: administrators },
  { request: 'POST /api/auth/idp/register', answers: administrators },
  { request: 'DELETE /api/auth/idp/elsewhere', answers: administrators },
  { request: 'GET /api/security/admin/config', answers: administrators },
  { request: 'PUT /api/security/admin/config', answers: administrators },
  { request: 'GET /api/logger/platform', answers: administrators, catches: ['AX58', 'AX80'] },
];

const rows = matrix.map((row) => ({ ...row, title: `${row.request} answers ${row.answers.who}` }));

test.describe('role matrix', () => {
  for (const { title, request, answers, catches = [] } of rows) {
    test(title, covers('ENG-2861', { catches, severity: 'critical' }), async ({ gatewayDecisions }) => {
      const decisions = await gatewayDecisions(request);

      expect(decisions).toEqual(answers.decisions);
    });
  }
});
