import { expect, test } from 'vitest';

import { createSignInState, readSignInState } from './sign-in-state.ts';

test('a state gives back its nonce to the one who signed it', () => {
  expect(readSignInState(createSignInState('abc', 'key'), 'key')).toBe('abc');
});

test.each([
  '',
  'abc',
  'abc.',
  '.x',
  'abc.AAAA',
  createSignInState('abc', 'other'),
  `${createSignInState('abc', 'key')}.x`,
])('%j is not a valid state', (state) => {
  expect(readSignInState(state, 'key')).toBeUndefined();
});
