import type { Job } from './job.ts';
import { scheduleBound } from './list-schedule.ts';

/** Jobs that stay in one shard: a single job, or all jobs that hold a lock, with those that share another lock with one. */
export interface Bundle {
  /** In the order of the queue. */
  jobs: readonly Job[];
  /** Sum over its jobs. */
  seconds: number;
  /** Without doubles. */
  areas: readonly string[];
}

export interface BundlesOptions {
  workers: number;
  /** Chains of locks that would alone take longer than this many seconds are split; none by default. */
  splitAbove?: number;
}

/** The bundles of jobs, each job in one. */
export function bundlesOf(jobs: readonly Job[], options: BundlesOptions): Bundle[] {
  const { workers, splitAbove = Number.POSITIVE_INFINITY } = options;
  const holders = jobs.filter(({ locks }) => locks.length > 0);
  const others = jobs.filter(({ locks }) => locks.length === 0);
  const chains = joined(holders, ({ locks }) => locks).flatMap((chain) =>
    scheduleBound(chain, workers) > splitAbove ? split(chain) : [bundleOf(chain)],
  );
  return [...chains, ...singleBundles(others)];
}

/** A chain of locks in bundles by one lock of each job: the one with the most work among those that it holds. */
function split(chain: readonly Job[]): Bundle[] {
  const work = new Map<string, number>();
  for (const { locks, seconds } of chain)
    for (const lock of locks) work.set(lock, (work.get(lock) ?? 0) + seconds);
  const byWork = (a: string, b: string) => (work.get(b) ?? 0) - (work.get(a) ?? 0) || (a < b ? -1 : 1);
  return joined(chain, ({ locks }) => locks.toSorted(byWork).slice(0, 1)).map(bundleOf);
}

function bundleOf(jobs: readonly Job[]): Bundle {
  return {
    jobs,
    seconds: jobs.reduce((sum, { seconds }) => sum + seconds, 0),
    areas: [...new Set(jobs.map(({ area }) => area))],
  };
}

/** A bundle per job. */
export function singleBundles(jobs: readonly Job[]): Bundle[] {
  // Shared by the many bundles of an area.
  const areas = new Map<string, readonly string[]>();
  return jobs.map((job) => {
    const known = areas.get(job.area) ?? [job.area];
    areas.set(job.area, known);
    return { jobs: [job], seconds: job.seconds, areas: known };
  });
}

/** Groups of jobs that are connected by keys (union-find with path halving; Tarjan & van Leeuwen 1984). */
function joined(jobs: readonly Job[], keysOf: (job: Job) => readonly string[]): Job[][] {
  const parents = jobs.map((_, index) => index);
  const parentOf = (index: number) => parents[index] ?? index;
  const rootOf = (index: number) => {
    let root = index;
    while (parentOf(root) !== root) {
      parents[root] = parentOf(parentOf(root));
      root = parentOf(root);
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  for (const [index, job] of jobs.entries()) {
    for (const key of keysOf(job)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else parents[rootOf(index)] = rootOf(first);
    }
  }
  return [...Map.groupBy(jobs.entries(), ([index]) => rootOf(index)).values()].map((members) =>
    members.map(([, job]) => job),
  );
}
