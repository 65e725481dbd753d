import { expect, test } from 'vitest';
import { textPattern } from './text-pattern.ts';

test.each([
  { pattern: 'a.c', text: 'in a.c out', is: true },
  { pattern: 'a.c', text: 'abc', is: false },
  { pattern: '/a.c/', text: 'in abc out', is: true },
  { pattern: '/A.C/i', text: 'abc', is: true },
  { pattern: '/^b$/m', text: 'a\nb', is: true },
  { pattern: '/api/v1', text: 'GET /api/v1/models', is: true },
])('$pattern in "$text": $is', async ({ pattern, text, is }) => {
  expect((await textPattern(pattern))(text)).toBe(is);
});

test('an expression with nested quantifiers takes linear time', async () => {
  const matches = await textPattern('/(a+)+$x|(a|a)*b/');
  const started = performance.now();

  expect(matches('a'.repeat(100_000))).toBe(false);

  expect(performance.now() - started).toBeLessThan(5_000);
});
