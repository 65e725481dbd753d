import fc from 'fast-check';
import { expect, test } from 'vitest';

import { localPath } from './local-path.ts';

const origin = 'https://uat.example.com';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/models?a=1#b', '/models?a=1#b'],
  [`${origin}/activity`, '/activity'],
  ['models', '/models'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['https://uat.example.com.evil.example', '/'],
  ['https://uat.example.com@evil.example', '/'],
  ['http://uat.example.com/', '/'],
  ['javascript:alert(1)', '/'],
])('%j leads to %s', (target, path) => {
  expect(localPath(target, origin, '/')).toBe(path);
});

test('a browser stays on the origin, whatever the target', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      (target) => {
        expect(new URL(localPath(target, origin, '/'), origin).origin).toBe(origin);
      },
    ),
  );
});
