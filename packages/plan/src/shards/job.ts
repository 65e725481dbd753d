import type { Unit } from './unit.ts';

/** Tests that one worker runs one after another: a single test, or a serial group. */
export interface Job {
  /** Names of its tests, in order. */
  tests: string[];
  /** Sum over its tests. */
  seconds: number;
  area: string;
  /** Locks of all of its tests: as in Playwright, a serial group holds them from its start to its end. */
  locks: readonly string[];
  /** These locks, and the one worker of its project: what keeps it from running beside others in its shard. */
  held: readonly string[];
  /** Position in the queue of the workers. */
  position: number;
}

/** Compares jobs by their position in the queue. */
export const inOrder = (a: Job, b: Job): number => a.position - b.position;

/** Shared by the many jobs without a lock. */
const none: readonly string[] = [];

/** The jobs of units that are sorted by name. */
export function jobsOf(units: readonly Unit[]): Job[] {
  const jobs: Job[] = [];
  const serial = new Map<string, Job>();
  for (const { name, seconds, area, locks = none, group, singleWorker } of units) {
    const key = group === undefined ? undefined : JSON.stringify([area, group]);
    const begun = key === undefined ? undefined : serial.get(key);
    if (begun !== undefined) {
      begun.tests.push(name);
      begun.seconds += seconds;
      begun.locks = [...new Set([...begun.locks, ...locks])];
      begun.held = [...new Set([...begun.held, ...heldBy(locks, singleWorker)])];
      continue;
    }
    const job: Job = {
      tests: [name],
      seconds,
      area,
      locks: locks.length < 2 ? locks : [...new Set(locks)],
      held: heldBy(locks, singleWorker),
      position: jobs.length,
    };
    jobs.push(job);
    if (key !== undefined) serial.set(key, job);
  }
  return jobs;
}

function heldBy(locks: readonly string[], singleWorker: string | undefined): readonly string[] {
  if (singleWorker === undefined && locks.length < 2) return locks;
  return [...new Set([...locks, ...(singleWorker === undefined ? [] : [`worker of ${singleWorker}`])])];
}
