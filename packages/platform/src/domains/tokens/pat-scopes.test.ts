import { expect, test } from 'vitest';

import { rolesUnderScope } from './pat-scopes.ts';

test.each([
  [['admin'], 'admin', ['admin']],
  [['admin'], 'write', ['user']],
  [['admin'], 'openid', ['viewer']],
  [['user'], 'admin', ['user']],
  [['viewer'], 'write', ['viewer']],
  [['admin', 'viewer'], 'write', ['user', 'viewer']],
  [['admin', 'user'], 'openid', ['viewer']],
  [['guest'], 'admin', ['guest']],
  [['guest'], 'write', []],
  [['admin'], 'root', []],
])('%j under %s are %j', (owner, scope, roles) => {
  expect(rolesUnderScope(owner, scope)).toEqual(roles);
});
