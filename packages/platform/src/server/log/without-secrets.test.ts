import { expect, test } from 'vitest';

import { withoutSecrets } from './without-secrets.ts';

test.each([
  ['/api/x/eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2ln/y', '/api/x/***/y'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
  ['{"password":"hunter2","user":"me"}', '{"password":"***","user":"me"}'],
  ['?code=abc&state=def&x=1', '?code=***&state=***&x=1'],
  ['refresh_token: r3fresh, id: 7', 'refresh_token: ***, id: 7'],
  ['client_secret=abc', 'client_secret=***'],
  ['GET /api/auth/pats 200', 'GET /api/auth/pats 200'],
  ['password-changed: alice', 'password-changed: alice'],
])('%s becomes %s', (text, clean) => {
  expect(withoutSecrets(text)).toBe(clean);
});
