import { expect, test } from 'vitest';
import { replaced } from './replaced.ts';

test('one part of a text is exchanged', () => {
  expect(replaced('a b c', 'b', 'x')).toBe('a x c');
});

test.each(['z', 'a'])('a part that is not there exactly once is refused: %s', (part) => {
  expect(() => replaced('a b a', part, 'x')).toThrow('exactly once');
});
