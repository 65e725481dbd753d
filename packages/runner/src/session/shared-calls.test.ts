import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sharedCalls } from './shared-calls.ts';

test('requests during a call share the next one, which begins after them', async () => {
  const running: PromiseWithResolvers<number>[] = [];
  const shared = sharedCalls(() => {
    const one = Promise.withResolvers<number>();
    running.push(one);
    return one.promise;
  }, 0);

  const results = [shared(), shared(), shared()];
  expect(running).toHaveLength(1);
  running[0]?.resolve(1);
  await expect.poll(() => running.length).toBe(2);
  running[1]?.resolve(2);

  expect(await Promise.all(results)).toEqual([1, 2, 2]);
  expect(running).toHaveLength(2);
});

test('calls keep their distance, unless there is a hurry', async () => {
  let calls = 0;
  const shared = sharedCalls(async () => (calls += 1), 60_000);

  await shared();
  const second = shared();
  await sleep(20);
  expect(calls).toBe(1);
  shared.hurry();

  expect(await second).toBe(2);
});

test('a call that fails fails those who asked, and none after it', async () => {
  let calls = 0;
  const shared = sharedCalls(async () => {
    calls += 1;
    if (calls === 1) throw new Error('no');
    return calls;
  }, 0);

  await expect(shared()).rejects.toThrow('no');
  expect(await shared()).toBe(2);
});
