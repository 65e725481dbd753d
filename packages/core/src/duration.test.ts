import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  { text: '90s', milliseconds: 90_000 },
  { text: '20m', milliseconds: 1_200_000 },
  { text: '1h', milliseconds: 3_600_000 },
  { text: '007s', milliseconds: 7_000 },
])('$text is $milliseconds ms', ({ text, milliseconds }) => {
  expect(duration(text)).toBe(milliseconds);
});

test.each(['', '20', 'm', 'soon', '20 m', '1.5h', '-1s', '1h30m', '20M', '2d'])(
  "'%s' is not a time",
  (text) => {
    expect(() => duration(text)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: `'${text}' is not a time; write 90s, 20m or 1h.`,
      }),
    );
  },
);
