import { expect, test } from 'vitest';
import { age } from './age.ts';

test.each([
  { text: '12h', milliseconds: 43_200_000 },
  { text: '90d', milliseconds: 7_776_000_000 },
  { text: '2w', milliseconds: 1_209_600_000 },
])('$text is $milliseconds ms', ({ text, milliseconds }) => {
  expect(age(text)).toBe(milliseconds);
});

test.each(['', '90', 'd', '90 d', '1.5d', '-1d', '0d', '90D', '20m', '999999999d'])(
  "'%s' is not an age",
  (text) => {
    expect(() => age(text)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: `'${text}' is not an age; write 12h, 90d or 26w.`,
      }),
    );
  },
);
