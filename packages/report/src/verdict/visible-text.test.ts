import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine, visibleText } from './visible-text.ts';

test.each([
  { text: 'bell \u0007 \u001B[31mred\u001B[0m', shown: String.raw`bell \u0007 \u001b[31mred\u001b[0m` },
  { text: 'right to left \u202E override', shown: String.raw`right to left \u202e override` },
  { text: 'half a \uD83D', shown: String.raw`half a \ud83d` },
  { text: 'no character \uFFFE\uFFFF', shown: String.raw`no character \ufffe\uffff` },
  { text: '🚀 👩‍💻 日本語 e\u0301\n\tindented', shown: '🚀 👩‍💻 日本語 e\u0301\n\tindented' },
])('$shown is shown as it is, and obeyed by no terminal', ({ text, shown }) => {
  expect(visibleText(text)).toBe(shown);
});

test('on one line there are no line breaks and single blanks only', () => {
  expect(oneLine(' two\r\nlines\u2028and\ta  tab ')).toBe('two lines and a tab');
});

test('ordinary text stays as it is, and so does what was made visible before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visibleText(text);
      expect(visibleText(shown)).toBe(shown);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => visibleText(text) === text));
});
