import { expect, test } from 'vitest';
import { jsonIn } from './json-in.ts';

test.each([
  { text: '{"a":[1,null]}', says: { a: [1, null] } },
  { text: 'null', says: null },
  { text: '', says: undefined },
  { text: '{"a":', says: undefined },
  { text: '<html>', says: undefined },
])('$text says $says', ({ text, says }) => {
  expect(jsonIn(text)).toEqual(says);
});
