import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleOf } from './sample-of.ts';

const lists = fc.uniqueArray(fc.string(), { maxLength: 50 });
const seeds = fc.nat();

test('is as large as asked for, of the list, without doubles and in its order', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), seeds, (items, size, seed) => {
      const sample = sampleOf(items, { size, seed });

      expect(sample).toHaveLength(Math.min(size, items.length));
      expect(sample).toEqual(items.filter((item) => sample.includes(item)));
    }),
  );
});

test('is the same for the same seed', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), seeds, (items, size, seed) => {
      expect(sampleOf(items, { size, seed })).toEqual(sampleOf(items, { size, seed }));
    }),
  );
});

test('takes each item about as often as any other', () => {
  const items = Array.from({ length: 10 }, (_, index) => `A${index}`);
  const counts = new Map(items.map((item) => [item, 0]));

  for (let seed = 0; seed < 2_000; seed += 1)
    for (const item of sampleOf(items, { size: 3, seed })) counts.set(item, (counts.get(item) ?? 0) + 1);

  // 600 of each are to be expected, with a standard deviation of 20.5.
  for (const [item, count] of counts) expect(Math.abs(count - 600), item).toBeLessThan(5 * 20.5);
});

test('stays what it was: a seed in a report can be used again', () => {
  const items = Array.from({ length: 20 }, (_, index) => `A${index + 1}`);

  expect(sampleOf(items, { size: 4, seed: 42 })).toEqual(['A2', 'A6', 'A17', 'A20']);
});
