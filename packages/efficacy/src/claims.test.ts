import { expect, test } from 'vitest';
import { claimPattern } from './claims.ts';

test.each([
  { tags: '@ENG-1 @A1', found: true },
  { tags: '@ENG-1 @A19', found: false },
  { tags: '@A19 @A24', found: true },
  { tags: '@A24b', found: false },
  { tags: '@AX1', found: false },
])('the tests that claim A1 or A24 are found among $tags: $found', ({ tags, found }) => {
  expect(new RegExp(claimPattern(['A1', 'A24'])).test(`authnz file.spec.ts a title ${tags}`)).toBe(found);
});
