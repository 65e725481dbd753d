import TinyQueue from 'tinyqueue';
import { inOrder, type Job } from './job.ts';

/** Playwright's lock for a test that runs while no other does. */
const exclusive = '-exclusive-';

/**
 * Time until the last of the jobs ends, by list scheduling: a free worker takes the first job in the queue whose locks
 * are free (Graham, "Bounds on Multiprocessing Timing Anomalies", 1969). Playwright's dispatcher does the same.
 * @param jobs In the order of the queue.
 */
export function listSchedule(jobs: readonly Job[], workers: number): number {
  if (workers === 1) return jobs.reduce((sum, { seconds }) => sum + seconds, 0);
  return jobs.some(({ held }) => held.length > 0)
    ? scheduledWithLocks(jobs, workers)
    : scheduledFreely(jobs, workers);
}

function scheduledFreely(jobs: readonly Job[], workers: number): number {
  const ends = new Float64Array(Math.min(workers, jobs.length));
  for (const { seconds } of jobs) {
    let first = 0;
    let earliest = Number.POSITIVE_INFINITY;
    // A heap would be slower for the few workers of a machine.
    for (let worker = 0; worker < ends.length; worker += 1) {
      const end = ends[worker] ?? 0;
      if (end >= earliest) continue;
      first = worker;
      earliest = end;
    }
    ends[first] = earliest + seconds;
  }
  return ends.reduce((latest, end) => Math.max(latest, end), 0);
}

/**
 * A job that meets a held lock waits in a queue of that lock, and returns to the ready ones, lowest position first, when
 * the lock is released: the result is that of a scan of the whole queue, without its cost.
 */
function scheduledWithLocks(jobs: readonly Job[], workers: number): number {
  const ready = new TinyQueue([...jobs], inOrder);
  const waiting = new Map<string, TinyQueue<Job>>();
  const running = new TinyQueue<{ job: Job; end: number }>(
    [],
    (a, b) => a.end - b.end || inOrder(a.job, b.job),
  );
  const taken = new Set<string>();
  let now = 0;

  const obstacle = ({ held }: Job) =>
    running.length > 0 && held.includes(exclusive) ? exclusive : held.find((lock) => taken.has(lock));
  const wake = (lock: string) => {
    const job = waiting.get(lock)?.pop();
    if (job !== undefined) ready.push(job);
  };
  const park = (job: Job, lock: string) => {
    const queue = waiting.get(lock) ?? new TinyQueue<Job>([], inOrder);
    queue.push(job);
    waiting.set(lock, queue);
    // Its other locks are left to those that wait for them.
    for (const other of job.held) if (other !== lock && !taken.has(other)) wake(other);
  };

  for (;;) {
    while (running.length < workers && !taken.has(exclusive)) {
      const job = ready.pop();
      if (job === undefined) break;
      const lock = obstacle(job);
      if (lock === undefined) {
        for (const one of job.held) taken.add(one);
        running.push({ job, end: now + job.seconds });
      } else park(job, lock);
    }
    const ended = running.pop();
    if (ended === undefined) return now;
    now = ended.end;
    for (const one of ended.job.held) taken.delete(one);
    for (const one of ended.job.held) wake(one);
    if (running.length === 0) wake(exclusive);
  }
}

/**
 * Time below which no schedule of the jobs can end: the work spread evenly over the workers, the longest job, or the
 * work under one lock, whichever is longest (Graham 1969; a lock is a machine of its own).
 */
export function scheduleBound(jobs: readonly Job[], workers: number): number {
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) return only.seconds;
  const underLock = new Map<string, number>();
  let work = 0;
  let longest = 0;
  for (const { seconds, held } of jobs) {
    work += seconds;
    longest = Math.max(longest, seconds);
    for (const lock of held) underLock.set(lock, (underLock.get(lock) ?? 0) + seconds);
  }
  // An exclusive test stops every worker, so the rest of the work is spread over what time remains.
  const alone = underLock.get(exclusive) ?? 0;
  let bound = Math.max(alone + (work - alone) / workers, longest);
  for (const seconds of underLock.values()) bound = Math.max(bound, seconds);
  return bound;
}
