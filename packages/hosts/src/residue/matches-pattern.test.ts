import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern } from './matches-pattern.ts';

test.each([
  { pattern: '/etc/acme', what: '/etc/acme', is: true },
  { pattern: '/etc/acme', what: '/etc/acme/a', is: false },
  { pattern: '/etc/acme/*', what: '/etc/acme/.hidden', is: true },
  { pattern: '/etc/acme/*', what: '/etc/acme/a/b', is: false },
  { pattern: '/etc/acme/**', what: '/etc/acme/a/b', is: true },
  { pattern: '/etc/{a.b,c}/x', what: '/etc/a.b/x', is: true },
  { pattern: '/etc/{a.b,c}/x', what: '/etc/aXb/x', is: false },
  { pattern: '/var/log/acme{,/**}', what: '/var/log/acme', is: true },
  { pattern: '/var/log/acme{,/**}', what: '/var/log/acme/a/b', is: true },
  { pattern: '/var/log/acme{,/**}', what: '/var/log/acmex', is: false },
  { pattern: '/etc/a.b', what: '/etc/aXb', is: false },
  { pattern: '/etc/{', what: '/etc/{', is: true },
])('$pattern and $what: $is', ({ pattern, what, is }) => {
  expect(matchesPattern(what, pattern)).toBe(is);
});

test('a path without special characters matches itself and nothing longer', () => {
  const path = fc.stringMatching(/^\/[^*{}]*$/);
  fc.assert(
    fc.property(path, fc.string({ minLength: 1 }), (plain, more) => {
      expect(matchesPattern(plain, plain)).toBe(true);
      expect(matchesPattern(plain + more, plain)).toBe(false);
    }),
  );
});
