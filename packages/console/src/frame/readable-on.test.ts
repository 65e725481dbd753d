import { expect, test } from 'vitest';
import { readableOn } from './readable-on.ts';

test.each([
  ['#000000', '#ffffff'],
  ['#ffffff', '#000000'],
  ['#ffff00', '#000000'],
  ['#0000ff', '#ffffff'],
  ['#C8102E', '#ffffff'],
  ['#007a33', '#ffffff'],
  ['#ff8c00', '#000000'],
])('on %s the text is %s', (background, text) => {
  expect(readableOn(background)).toBe(text);
});
