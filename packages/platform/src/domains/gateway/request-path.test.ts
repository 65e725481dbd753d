import fc from 'fast-check';
import { expect, test } from 'vitest';

import { requestPath } from './request-path.ts';

test.each([
  ['/api/models/?load_files=true', '/api/models'],
  ['/api//models', '/api/models'],
  ['/api/%63luster', '/api/cluster'],
  ['/', '/'],
  ['/a#b', '/a'],
])('%s is %s', (target, path) => {
  expect(requestPath(target)).toBe(path);
});

test.each([
  undefined,
  '',
  'api',
  'http://evil.example/api',
  '/api/../cluster',
  '/api/%2e%2e/cluster',
  '/api/%2Fcluster',
  '/api\\cluster',
  '/api/%5ccluster',
  '/api/%',
  '/api/%00',
  '/api/a%0d%0ab',
])('%s could mean two things', (target) => {
  expect(requestPath(target)).toBeUndefined();
});

test('a path it gave back has no dot segment and no doubled slash', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, noise) => {
      const read = requestPath(`${path}/${noise}`);
      fc.pre(read !== undefined);
      expect(read).not.toMatch(/\/\/|\/\.{1,2}(\/|$)|\\/);
    }),
  );
});
