import { expect, test, vi } from 'vitest';
import type { MachineSample } from './machine-sample.ts';
import { watchMachine } from './watch-machine.ts';

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Keeps the event loop from going on, without any work. */
const standStill = (milliseconds: number) =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
const compute = (milliseconds: number) => {
  const { user: before } = process.cpuUsage();
  while (process.cpuUsage().user - before < milliseconds * 1_000);
};

test.each([
  { what: 'stood still for half a second', does: standStill, least: 400, busy: 0 },
  { what: 'was busy for half a second, whatever the rest,', does: compute, least: 0, busy: 400 },
])('a process that $what is told so', { timeout: 30_000 }, async ({ does, least, busy }) => {
  const samples: MachineSample[] = [];
  const watch = watchMachine(process.pid, (sample) => void samples.push(sample));

  await after(60);
  does(500);
  await vi.waitUntil(() => samples.length > 0, { timeout: 20_000 });
  watch[Symbol.dispose]();
  const told = samples.length;
  await after(1_100);

  const { ms = 0, lag } = samples[0] ?? {};
  expect(ms).toBeGreaterThanOrEqual(500);
  expect(lag).toBeGreaterThanOrEqual(least);
  expect(lag).toBeLessThanOrEqual(ms - busy);
  expect(samples, 'nothing comes afterwards').toHaveLength(told);
});
