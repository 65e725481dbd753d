import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions } from './compare-versions.ts';

test.each([
  ['1.9.0', '1.10.0'],
  ['1.2.0~rc1', '1.2.0'],
  ['1.2.0~~', '1.2.0~'],
  ['1.2.0', '1.2.0a'],
  ['1.2.0a', '1.2.0+b'],
  ['1.2.0-1', '1.2.0-2'],
  ['1.2.0-9', '1.2.0-10'],
  ['1.2.0-2', '1.2.0-3-1'],
  ['2.0', '1:1.0'],
  ['1+20260101120000000001', '1+20260101120000000002'],
  ['0:1.2.0-1', '0:1.2.0-2'],
])('%s is older than %s', (before, after) => {
  expect(compareVersions(before, after)).toBeLessThan(0);
  expect(compareVersions(after, before)).toBeGreaterThan(0);
});

test.each([
  ['1.2.0', '1.2.0'],
  ['1.02', '1.2'],
  ['1.2', '0:1.2'],
  ['1.2', '1.2-0'],
])('%s equals %s', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
});

test('the order is transitive', () => {
  const version = fc.stringMatching(/^[0-9][0-9a-c.+~-]{0,5}$/);
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      const [first = '', second = '', third = ''] = [a, b, c].toSorted(compareVersions);
      expect(compareVersions(first, second)).toBeLessThanOrEqual(0);
      expect(compareVersions(first, third)).toBeLessThanOrEqual(0);
      expect(Math.sign(compareVersions(second, third))).toBe(-Math.sign(compareVersions(third, second)) || 0);
    }),
  );
});
