import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherExact } from './fisher-exact.ts';

test.each([
  // The lady tasting tea: 1 in 70 for all four, 17 in 70 for three or more.
  { sample: { failed: 4, passed: 0 }, base: { failed: 0, passed: 4 }, p: 1 / 70 },
  { sample: { failed: 3, passed: 1 }, base: { failed: 1, passed: 3 }, p: 17 / 70 },
  // Computed with whole-number binomial coefficients.
  { sample: { failed: 5, passed: 15 }, base: { failed: 2, passed: 98 }, p: 0.001_356_557_705_5 },
])('$sample.failed of $sample.passed against $base.failed of $base.passed is $p', ({ sample, base, p }) => {
  expect(fisherExact(sample, base)).toBeCloseTo(p, 12);
});

const counts = fc.record({ failed: fc.nat(200), passed: fc.nat(200) });

test('is a probability, and falls with each further failure in the sample', () => {
  fc.assert(
    fc.property(counts, counts, (sample, base) => {
      const p = fisherExact(sample, base);

      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(fisherExact({ ...sample, failed: sample.failed + 1 }, base)).toBeLessThanOrEqual(p + 1e-9);
    }),
  );
});

test('the two sides share only the observed table', () => {
  fc.assert(
    fc.property(counts, counts, (sample, base) => {
      expect(fisherExact(sample, base) + fisherExact(base, sample)).toBeGreaterThanOrEqual(1 - 1e-9);
    }),
  );
});
