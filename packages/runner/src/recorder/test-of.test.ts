import { expect, test } from 'vitest';
import { testOf } from './test-of.ts';

test.each([
  { id: 'authnz/tokens#a-token', of: 'authnz/tokens#a-token' },
  { id: 'authnz/tokens#a-token~2', of: 'authnz/tokens#a-token' },
  { id: 'installers/removal#gone@acme-deb~13', of: 'installers/removal#gone@acme-deb' },
])('$id is of the test $of', ({ id, of }) => {
  expect(testOf(id)).toBe(of);
});
