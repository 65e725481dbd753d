import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { PublicKey } from './signing-key-store.ts';
import { createKeyCache } from './key-cache.ts';

const key = (kid: string): PublicKey => ({ kid, kty: 'RSA', alg: 'RS256', use: 'sig', n: '', e: '' });

let published: PublicKey[];
let fetches: number;
const newCache = () => createKeyCache(() => (fetches++, published));
const later = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  published = [key('first')];
  fetches = 0;
});
afterEach(() => void vi.useRealTimers());

test('keys are fetched when first needed, and again after five minutes', () => {
  const cache = newCache();
  expect([fetches, cache.status()]).toEqual([0, 'empty']);

  cache.keysFor('first');
  later(299);
  cache.keysFor('first');
  expect([fetches, cache.status()]).toEqual([1, 'ready']);

  later(1);
  expect(cache.status()).toBe('stale');
  cache.keysFor('first');
  expect([fetches, cache.status()]).toEqual([2, 'ready']);
});

test('a key that was taken back counts no longer than that', () => {
  const cache = newCache();
  cache.keysFor('first');
  published = [];

  later(299);
  expect(cache.keysFor('first')).toHaveLength(1);
  later(1);
  expect(cache.keysFor('first')).toEqual([]);
});

test('a key that is not known is looked for, every thirty seconds at most', () => {
  const cache = newCache();
  cache.keysFor('first');
  published = [key('second'), key('first')];

  expect(cache.keysFor('second')).toHaveLength(1);
  later(30);
  expect(cache.keysFor('second')).toHaveLength(2);
  for (const _ of Array(9)) cache.keysFor('made up');
  expect(fetches).toBe(2);
});

test('a token that names no key is no reason to look', () => {
  const cache = newCache();
  cache.keysFor('first');
  later(60);
  cache.keysFor(undefined);

  expect(fetches).toBe(1);
});

test('a rotation fetches the keys at once', () => {
  const cache = newCache();
  cache.keysFor('first');
  published = [key('second'), key('first')];
  cache.forget();

  expect(cache.keysFor('second')).toHaveLength(2);
});

test('keys that were fetched in the future are fetched again', () => {
  const cache = newCache();
  cache.keysFor('first');
  vi.setSystemTime(Date.now() - 7_200_000);
  cache.keysFor('first');

  expect(fetches).toBe(2);
});
