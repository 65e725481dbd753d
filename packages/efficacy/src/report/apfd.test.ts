import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apfd } from './apfd.ts';

/** A suite in some order, and faults that some of its tests detect, or none. */
const suites = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }).chain((order) =>
  fc.record({
    order: fc.constant(order),
    detectedBy: fc.array(fc.subarray(order), { minLength: 1, maxLength: 8 }),
  }),
);

describe('APFD', () => {
  test('of the example in the paper is the figure in the paper', () => {
    // Five tests A–E and ten faults, as in table 1 of Rothermel et al.: the order C-E-B-A-D gives 84 %, A-B-C-D-E 50 %.
    const faults: Record<string, number[]> = {
      A: [1, 5],
      B: [1, 5, 6, 7],
      C: [1, 2, 3, 4, 5, 6, 7],
      D: [5],
      E: [8, 9, 10],
    };
    const detectedBy = Array.from({ length: 10 }, (_, index) =>
      Object.keys(faults).filter((name) => faults[name]?.includes(index + 1)),
    );

    expect(apfd({ order: ['C', 'E', 'B', 'A', 'D'], detectedBy })).toBeCloseTo(0.84);
    expect(apfd({ order: ['A', 'B', 'C', 'D', 'E'], detectedBy })).toBeCloseTo(0.5);
  });

  test('is nothing without a test or a fault', () => {
    expect(apfd({ order: [], detectedBy: [[]] })).toBeNull();
    expect(apfd({ order: ['a'], detectedBy: [] })).toBeNull();
  });

  test('lies between 0 and 1, and is 0 only when everything survives', () => {
    fc.assert(
      fc.property(suites, (suite) => {
        const figure = apfd(suite) ?? Number.NaN;
        const survives = suite.detectedBy.every((ids) => ids.length === 0);

        expect(figure).toBeGreaterThanOrEqual(0);
        expect(figure).toBeLessThan(1);
        expect(figure === 0).toBe(survives);
      }),
    );
  });

  test('is the formula of 2001 when every fault is detected', () => {
    const found = suites.filter(({ detectedBy }) => detectedBy.every((ids) => ids.length > 0));
    fc.assert(
      fc.property(found, ({ order, detectedBy }) => {
        const [n, m] = [order.length, detectedBy.length];
        const sum = detectedBy.reduce((all, ids) => all + order.findIndex((id) => ids.includes(id)) + 1, 0);

        expect(apfd({ order, detectedBy })).toBeCloseTo(1 - sum / (n * m) + 1 / (2 * n));
      }),
    );
  });

  test('falls when a fault that was caught survives', () => {
    const caught = suites.filter(({ detectedBy }) => (detectedBy[0]?.length ?? 0) > 0);
    fc.assert(
      fc.property(caught, ({ order, detectedBy }) => {
        const worse = [[], ...detectedBy.slice(1)];

        expect(apfd({ order, detectedBy: worse })).toBeLessThan(apfd({ order, detectedBy }) ?? 0);
      }),
    );
  });

  test('does not fall when a test that detects something moves to the front', () => {
    fc.assert(
      fc.property(suites, fc.nat(), ({ order, detectedBy }, pick) => {
        const detecting = order.filter((id) => detectedBy.some((ids) => ids.includes(id)));
        const first = detecting[pick % Math.max(1, detecting.length)];
        fc.pre(first !== undefined && detectedBy.length === 1);
        const better = [first, ...order.filter((id) => id !== first)];

        expect(apfd({ order: better, detectedBy })).toBeGreaterThanOrEqual(apfd({ order, detectedBy }) ?? 1);
      }),
    );
  });
});
