import { expect, test } from 'vitest';
import { runtimePath } from './runtime-path.ts';

test.each([
  [null, '/runtime/models/d1/v1'],
  ['/runtime/models/d1', '/runtime/models/d1/v1'],
  ['/runtime/models/d1/', '/runtime/models/d1/v1'],
  ['/elsewhere/v1', '/elsewhere/v1'],
  // Addresses of other origins must not get the token.
  ['https://elsewhere.example/models', '/runtime/models/d1/v1'],
  ['//elsewhere.example', '/runtime/models/d1/v1'],
  ['/\\elsewhere.example', '/runtime/models/d1/v1'],
])('the access path %s leads to %s', (access_path, path) =>
  expect(runtimePath({ id: 'd1', access_path })).toBe(path),
);
