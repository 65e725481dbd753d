import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

test('is the number that was written', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (number) => {
      expect(wholeNumber('--workers', String(number), 0)).toBe(number);
    }),
  );
});

test.each(['', 'many', '-1', '1.5', '1e3', '0x1f', ' 3', '9007199254740993', '0'])(
  "is refused with a sentence when it is '%s'",
  (text) => {
    expect(() => wholeNumber('--workers', text, 1)).toThrow(
      `--workers takes a whole number from 1 up, not '${text}'.`,
    );
  },
);
