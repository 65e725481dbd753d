import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test('a page of the console is kept, with its query and anchor', () => {
  expect(returnPath('/cluster/nodes?sort=name#second')).toBe('/cluster/nodes?sort=name#second');
});

test.each([
  null,
  '',
  'models',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/login?redirect_uri=/login',
  '/api/auth/logout/front-channel',
  '/realms/kamiwaza',
])('%j leads home', (asked) => {
  expect(returnPath(asked)).toBe('/');
});
