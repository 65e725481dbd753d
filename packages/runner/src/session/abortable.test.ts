import { expect, test } from 'vitest';
import { abortable } from './abortable.ts';

test('work that is stopped gives nothing, and its failure is no failure of anything', async () => {
  const stop = new AbortController();
  stop.abort();

  expect(await abortable(Promise.resolve('done'), stop.signal)).toBeUndefined();
  expect(await abortable(Promise.reject(new Error('cut off')), stop.signal)).toBeUndefined();
});

test('work that is not stopped gives what it gives', async () => {
  const { signal } = new AbortController();

  expect(await abortable(Promise.resolve('done'), signal)).toBe('done');
  await expect(abortable(Promise.reject(new Error('no mirror')), signal)).rejects.toThrow('no mirror');
});
