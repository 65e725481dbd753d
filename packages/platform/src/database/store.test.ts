import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { openStore } from './store.ts';

let folder: string;

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'uat-platform-store-'))));
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

test('what has expired is gone within the hour: attempts, sessions, records of the provider', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const store = openStore(folder);
  store.attempts.add({ nonce: 'n', verifier: 'v', binding: 'b', returnPath: '/' });
  store.sessions.open('old', 'u');
  store.sessions.open('ended', 'u');
  store.sessions.revoke('ended');
  await store.oidc.adapter('AuthorizationCode').upsert('code', {}, 60);

  await vi.advanceTimersByTimeAsync(3_600_000 * 26);
  expect(store.attempts.take('n')).toBeUndefined();
  expect([store.sessions.isKnown('old'), store.sessions.isKnown('ended')]).toEqual([true, false]);
  expect(await store.oidc.adapter('AuthorizationCode').find('code')).toBeUndefined();
  await vi.advanceTimersByTimeAsync(86_400_000 * 31);
  expect(store.sessions.isKnown('old')).toBe(false);
  store.close();
});
