import type { CpuCounters } from './cpu-counters.ts';

/**
 * The load of the machine over an interval. Shares are from 0 to 1; the last three are 0 where the system reports none.
 */
export interface MachineSample {
  /** Length of the interval in milliseconds. */
  ms: number;
  /** Longest delay of this process's event loop in milliseconds, less the time in which the process itself was busy. */
  lag: number;
  /** Share of the interval in which some task waited for a core. */
  pressure: number;
  /** Share of the processor time that went to processes not of this run. */
  others: number;
  /** Share of the processor time that the hypervisor gave to other machines. */
  steal: number;
}

/** The sample between two readings of the counters. */
export function machineSample(
  watched: Pick<MachineSample, 'ms' | 'lag'>,
  before: CpuCounters | undefined,
  after: CpuCounters | undefined,
): MachineSample {
  const { ms, lag } = watched;
  const total = before && after ? after.total - before.total : 0;
  if (before === undefined || after === undefined || total <= 0)
    return { ms, lag, pressure: 0, others: 0, steal: 0 };
  const [idle, stolen, own] = [
    after.idle - before.idle,
    after.stolen - before.stolen,
    after.own - before.own,
  ];
  const waited =
    before.waited === undefined || after.waited === undefined ? undefined : after.waited - before.waited;
  return {
    ms,
    lag,
    // While a core is idle, no task waits.
    pressure: share(waited === undefined ? total - idle : waited / 1000, waited === undefined ? total : ms),
    others: share(total - idle - stolen - own, total),
    steal: share(stolen, total),
  };
}

/** Rounded to a hundredth, finer than the counters are precise. */
const share = (part: number, whole: number) => Math.round(100 * Math.min(1, Math.max(0, part / whole))) / 100;

/** Below this a machine counts as unloaded: some other work is always there. */
const leastSlowness = 1.3;
/** Above this the measurement is unreliable, and no deadline should be stretched further. */
const mostSlowness = 3;

/**
 * The factor by which work took longer than on an idle machine: from 1.3 to 3, or 1. While tasks waited for a core they
 * shared what other processes left of the processors; while the event loop stood still, nothing was done at all.
 */
export function slownessOf({ ms, lag, pressure, others, steal }: MachineSample): number {
  const byProcessors = 1 + pressure * (1 / Math.max(1 / mostSlowness, 1 - others - steal) - 1);
  const byEventLoop = ms / Math.max(ms / mostSlowness, ms - lag);
  const slowness = Math.max(byProcessors, byEventLoop);
  return slowness < leastSlowness ? 1 : slowness;
}
