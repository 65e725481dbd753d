import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf } from './part-of.ts';

const lists = fc.uniqueArray(fc.string(), { maxLength: 50 });

test('each item is in exactly one of the parts, and the order stays', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), (items, of) => {
      const parts = Array.from({ length: of }, (_, index) => partOf(items, { index: index + 1, of }));

      expect(parts.flat().toSorted()).toEqual(items.toSorted());
      for (const part of parts) expect(part).toEqual(items.filter((item) => part.includes(item)));
    }),
  );
});

test('no part is larger than another by more than one', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), (items, of) => {
      const sizes = Array.from({ length: of }, (_, index) => partOf(items, { index: index + 1, of }).length);

      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('neighbours go to different parts', () => {
  expect(partOf(['A1', 'A2', 'A3', 'A4', 'A5'], { index: 1, of: 2 })).toEqual(['A1', 'A3', 'A5']);
  expect(partOf(['A1', 'A2', 'A3', 'A4', 'A5'], { index: 2, of: 2 })).toEqual(['A2', 'A4']);
});
