import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MachineSample, machineSample, slownessOf } from './machine-sample.ts';

const before = { total: 1_000, idle: 500, stolen: 0, own: 100, waited: 1_000_000 };
const calm: MachineSample = { ms: 1_000, lag: 5, pressure: 0, others: 0, steal: 0 };

test('a sample says what others had of the processors, and how long tasks waited', () => {
  const after = { total: 1_200, idle: 520, stolen: 20, own: 160, waited: 1_900_000 };

  expect(machineSample({ ms: 1_000, lag: 7 }, before, after)).toEqual({
    ...{ ms: 1_000, lag: 7, pressure: 0.9, others: 0.5, steal: 0.1 },
  });
});

test('where the kernel does not say how long tasks waited, they did while no core was idle', () => {
  const after = { total: 1_200, idle: 520, stolen: 20, own: 160, waited: undefined };

  expect(machineSample({ ms: 1_000, lag: 7 }, before, after).pressure).toBe(0.9);
});

test('where nothing counts, only the event loop tells', () => {
  expect(machineSample({ ms: 1_000, lag: 7 }, undefined, undefined)).toEqual({ ...calm, lag: 7 });
});

test.each<{ what: string; change: Partial<MachineSample>; slowness: number }>([
  { what: 'that is ours', change: {}, slowness: 1 },
  { what: 'that is full of our own work', change: { pressure: 1 }, slowness: 1 },
  { what: 'on which others work and no task waits', change: { others: 0.9 }, slowness: 1 },
  { what: 'on which others take a little', change: { pressure: 1, others: 0.1 }, slowness: 1 },
  { what: 'of which others take half', change: { pressure: 1, others: 0.5 }, slowness: 2 },
  { what: 'of which a hypervisor takes half', change: { pressure: 1, steal: 0.5 }, slowness: 2 },
  { what: 'of which others take all', change: { pressure: 1, others: 1 }, slowness: 3 },
  { what: 'that stood still for half of the time', change: { lag: 500 }, slowness: 2 },
  { what: 'that stood still', change: { ms: 60_000, lag: 59_900 }, slowness: 3 },
])('the slowness of a machine $what is $slowness', ({ change, slowness }) => {
  expect(slownessOf({ ...calm, ...change })).toBe(slowness);
});

test('a slowness is 1, or from 1.3 to 3', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const sample = fc
    .record({ ms: fc.integer({ min: 1 }), late: share, pressure: share, others: share, steal: share })
    .map(({ ms, late, ...shares }) => ({ ms, lag: ms * late, ...shares }));
  fc.assert(
    fc.property(sample, (one) => {
      const slowness = slownessOf(one);

      expect(slowness === 1 || (slowness >= 1.3 && slowness <= 3)).toBe(true);
    }),
  );
});
