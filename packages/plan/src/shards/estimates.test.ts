import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimates } from './estimates.ts';

const capabilityOf = (id: string) => id.split('#')[0];

describe('the estimate of a test', () => {
  const estimate = estimates(
    new Map([
      ['tokens#a', [1, 2, 3, 4, 5]],
      ['tokens#b', [8]],
      ['users#a', [20, 20]],
    ]),
    { quantile: 0.75, capabilityOf },
  );

  test('is a quantile of its recorded durations', () => {
    expect(estimate('tokens#a')).toEqual({ seconds: 4, from: 'history' });
  });

  test('is the median of its capability when it has no history', () => {
    expect(estimate('tokens#new')).toEqual({ seconds: 6, from: 'capability' });
  });

  test('is the median of all when its capability has none either', () => {
    expect(estimate('policy#new')).toEqual({ seconds: 8, from: 'all' });
  });

  test('is a second when nothing is known', () => {
    expect(estimates(new Map())('tokens#a')).toEqual({ seconds: 1, from: 'default' });
  });

  test('takes no account of durations that are no times', () => {
    const damaged = new Map([['tokens#a', [Number.NaN, -1, Number.POSITIVE_INFINITY, 2]]]);

    expect(estimates(damaged)('tokens#a')).toEqual({ seconds: 2, from: 'history' });
  });

  test('lies among its recorded durations, in whatever order they are', () => {
    const durations = fc.array(fc.double({ min: 0, max: 1_000, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (times, quantile) => {
        const { seconds } = estimates(new Map([['a', times]]), { quantile })('a');

        expect(seconds).toBeGreaterThanOrEqual(Math.min(...times));
        expect(seconds).toBeLessThanOrEqual(Math.max(...times));
        expect(estimates(new Map([['a', times.toReversed()]]), { quantile })('a').seconds).toBe(seconds);
      }),
    );
  });
});
