import { expect, test } from 'vitest';

import { rolesUnderScope, scopeReaches } from './pat-scopes.ts';

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

test('a scope reaches itself and what is below', () => {
  expect([
    scopeReaches('write', 'openid'),
    scopeReaches('write', 'write'),
    scopeReaches('write', 'admin'),
  ]).toEqual([true, true, false]);
});
