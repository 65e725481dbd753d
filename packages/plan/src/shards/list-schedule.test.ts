import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Job } from './job.ts';
import { listSchedule, scheduleBound } from './list-schedule.ts';

const anyJobs = fc
  .array(
    fc.record({
      seconds: fc.nat({ max: 20 }),
      held: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', '-exclusive-'), { maxLength: 3 }),
    }),
    { maxLength: 25 },
  )
  .map((jobs) =>
    jobs.map((job, position): Job => ({
      ...job,
      ...{ locks: job.held, tests: [`t${position}`], area: 'all', position },
    })),
  );
const anyWorkers = fc.integer({ min: 1, max: 5 });

/** Playwright's dispatcher, as it is written: it scans its queue whenever a job ends. */
function dispatched(jobs: readonly Job[], workers: number): number {
  const queue = [...jobs];
  let running: { job: Job; end: number }[] = [];
  let now = 0;
  for (;;) {
    while (running.length < workers) {
      const held = new Set(running.flatMap(({ job }) => job.held));
      const index = held.has('-exclusive-')
        ? -1
        : queue.findIndex(
            (job) =>
              !(running.length > 0 && job.held.includes('-exclusive-')) &&
              !job.held.some((lock) => held.has(lock)),
          );
      const [job] = index === -1 ? [] : queue.splice(index, 1);
      if (job === undefined) break;
      running.push({ job, end: now + job.seconds });
    }
    const [first] = running.toSorted((a, b) => a.end - b.end || a.job.position - b.job.position);
    if (first === undefined) return now;
    now = first.end;
    running = running.filter((one) => one !== first);
  }
}

describe('a schedule', () => {
  test('is that of Playwright’s dispatcher', () => {
    fc.assert(
      fc.property(anyJobs, fc.integer({ min: 2, max: 5 }), (jobs, workers) => {
        expect(listSchedule(jobs, workers)).toBe(dispatched(jobs, workers));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is never shorter than its bound', () => {
    fc.assert(
      fc.property(anyJobs, anyWorkers, (jobs, workers) => {
        expect(listSchedule(jobs, workers)).toBeGreaterThanOrEqual(scheduleBound(jobs, workers) - 1e-9);
      }),
    );
  });

  test('without locks is at most 2 − 1/workers of its bound (Graham 1969)', () => {
    fc.assert(
      fc.property(anyJobs, anyWorkers, (jobs, workers) => {
        const free = jobs.map((job) => ({ ...job, held: [] }));

        expect(listSchedule(free, workers)).toBeLessThanOrEqual(
          (2 - 1 / workers) * scheduleBound(free, workers) + 1e-9,
        );
      }),
    );
  });
});
