import { covers, expect, test } from '@uat/fixtures';

const [anyone, signedIn, editors, administrators] = [
  { admin: 'allow', user: 'allow', viewer: 'allow', anonymous: 'allow' },
  { admin: 'allow', user: 'allow', viewer: 'allow', anonymous: 'unauthenticated' },
  { admin: 'allow', user: 'allow', viewer: 'deny', anonymous: 'unauthenticated' },
  { admin: 'allow', user: 'deny', viewer: 'deny', anonymous: 'unauthenticated' },
] as const;

/**
 * What the documentation says of roles and operations; nothing here is read from the target. A title begins with the
 * request that the gateway is asked about, and that those who may not make it try where it only reads.
 */
const matrix = [
  { title: 'GET /api/ping answers anyone', answers: anyone },
  { title: 'GET /api/node/node_status answers anyone', answers: anyone },
  { title: 'GET /api/security/public/config answers anyone', answers: anyone },
  { title: 'POST /api/security/consent/accept answers anyone', answers: anyone },
  { title: 'GET /api/auth/ answers anyone', answers: anyone },
  { title: 'GET /api/auth/health answers anyone', answers: anyone },
  { title: 'GET /api/auth/jwks answers anyone', answers: anyone },
  { title: 'POST /api/auth/token answers anyone', answers: anyone },
  { title: 'POST /api/auth/refresh answers anyone', answers: anyone },
  { title: 'GET /api/auth/login answers anyone', answers: anyone },
  { title: 'GET /api/auth/callback answers anyone', answers: anyone },
  { title: 'POST /api/auth/logout answers anyone', answers: anyone },
  { title: 'GET /api/auth/logout/front-channel answers anyone', answers: anyone },
  { title: 'GET /api/auth/validate answers anyone', answers: anyone },
  { title: 'POST /api/auth/validate answers anyone', answers: anyone },
  { title: 'GET /api/auth/forward/validate answers anyone', answers: anyone },

  { title: 'GET /api/whoami answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/auth/users/me answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/auth/users/me/password-capability answers whoever is signed in', answers: signedIn },
  { title: 'POST /api/auth/users/me/password answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/auth/pat-config answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/auth/pats answers whoever is signed in', answers: signedIn },
  { title: 'POST /api/auth/pats answers whoever is signed in', answers: signedIn },
  { title: 'DELETE /api/auth/pats/{id} answers whoever is signed in', answers: signedIn },

  { title: 'GET /api/models/ answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/models/{id} answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/models/{id}/memory_usage answers whoever is signed in', answers: signedIn },
  { title: 'POST /api/models/ answers users and administrators', answers: editors },
  { title: 'POST /api/models/download/ answers users and administrators', answers: editors },
  { title: 'PUT /api/models/{id} answers users and administrators', answers: editors },
  { title: 'DELETE /api/models/{id} answers users and administrators', answers: editors, catches: 'AX59' },

  { title: 'GET /api/serving/status answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/serving/health answers whoever is signed in', answers: signedIn },
  { title: 'GET /api/serving/deployments answers whoever is signed in', answers: signedIn },
  { title: 'POST /api/serving/deploy_model answers administrators only', answers: administrators },
  { title: 'DELETE /api/serving/deployment/{id} answers administrators only', answers: administrators },

  { title: 'GET /api/cluster/nodes answers administrators only', answers: administrators, catches: 'A19' },
  {
    title: 'GET /api/cluster/get_running_nodes answers administrators only',
    answers: administrators,
    catches: 'A19',
  },
  {
    title: 'GET /api/cluster/hardware answers administrators only',
    answers: administrators,
    catches: 'A19',
  },
  { title: 'POST /api/cluster/location answers administrators only', answers: administrators },
  { title: 'PUT /api/cluster/location/{id} answers administrators only', answers: administrators },
  { title: 'DELETE /api/cluster/hardware/{id} answers administrators only', answers: administrators },
  {
    title: 'GET /api/activity/activities/ answers administrators only',
    answers: administrators,
    catches: 'A19b',
  },

  { title: 'GET /api/auth/users/ answers administrators only', answers: administrators, catches: 'A18' },
  { title: 'GET /api/auth/users/{id} answers administrators only', answers: administrators },
  { title: 'GET /api/auth/users/resolve/{id} answers administrators only', answers: administrators },
  { title: 'POST /api/auth/users/local answers administrators only', answers: administrators },
  {
    title: 'PUT /api/auth/users/{id} answers administrators only',
    answers: administrators,
    catches: 'A18b',
  },
  { title: 'DELETE /api/auth/users/{id} answers administrators only', answers: administrators },
  { title: 'POST /api/auth/users/{id}/password answers administrators only', answers: administrators },
  {
    title: 'POST /api/auth/sessions/purge answers administrators only',
    answers: administrators,
    catches: 'A23d',
  },
  {
    title: 'DELETE /api/auth/sessions/{id} answers administrators only',
    answers: administrators,
    catches: 'A23d',
  },

  { title: 'GET /api/auth/tuples/ answers administrators only', answers: administrators },
  { title: 'POST /api/auth/tuples answers administrators only', answers: administrators },
  { title: 'DELETE /api/auth/tuples answers administrators only', answers: administrators },
  { title: 'GET /api/auth/tuples/export answers administrators only', answers: administrators },
  { title: 'GET /api/auth/audit/decisions/export answers administrators only', answers: administrators },
  { title: 'GET /api/authz/subjects answers administrators only', answers: administrators },
  { title: 'GET /api/authz/groups answers administrators only', answers: administrators },
  { title: 'PUT /api/authz/policy answers administrators only', answers: administrators },
  { title: 'POST /api/auth/idp/register answers administrators only', answers: administrators },
  { title: 'DELETE /api/auth/idp/elsewhere answers administrators only', answers: administrators },
  { title: 'GET /api/security/admin/config answers administrators only', answers: administrators },
  { title: 'PUT /api/security/admin/config answers administrators only', answers: administrators },
  {
    title: 'GET /api/logger/platform answers administrators only',
    answers: administrators,
    catches: ['AX58', 'AX80'],
  },
];

test.describe('role matrix', () => {
  for (const { title, answers, catches = [] } of matrix) {
    test(title, covers('ENG-2861', { catches, severity: 'critical' }), async ({ gatewayDecisions }) => {
      const decisions = await gatewayDecisions(title);

      expect(decisions).toEqual(answers);
    });
  }
});
