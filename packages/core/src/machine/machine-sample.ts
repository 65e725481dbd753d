import type { CpuCounters } from './cpu-counters.ts';

/** What a process found its machine to be like for a while. Shares are from 0 to 1; the last three are 0 where nothing tells. */
export interface MachineSample {
  /** Milliseconds that it watched. */
  ms: number;
  /** The most milliseconds by which its event loop came too late, less those in which it was busy itself. */
  lag: number;
  /** Share of the time in which a task of the machine waited for a core. */
  pressure: number;
  /** Share of the machine's processor time that went to processes of others. */
  others: number;
  /** Share of it that a hypervisor gave to other machines. */
  steal: number;
}

/** What happened between two looks at the counters. */
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
    // A core that has nothing to do leaves nobody waiting.
    pressure: share(waited === undefined ? total - idle : waited / 1000, waited === undefined ? total : ms),
    others: share(total - idle - stolen - own, total),
    steal: share(stolen, total),
  };
}

/** To a hundredth, which is more than the counters are good for. */
const share = (part: number, whole: number) => Math.round(100 * Math.min(1, Math.max(0, part / whole))) / 100;

/** Less is no slowness: a machine is never all ours. */
const leastSlowness = 1.3;
/** More cannot be measured well, and no deadline is to wait for longer. */
const mostSlowness = 3;

/**
 * How many times longer work took than on a machine of our own: from 1.3 to 3, or 1. As far as tasks had to wait for a core,
 * they had to do with what others left of the processors; while our event loop stood still, nothing was done at all.
 */
export function slownessOf({ ms, lag, pressure, others, steal }: MachineSample): number {
  const byProcessors = 1 + pressure * (1 / Math.max(1 / mostSlowness, 1 - others - steal) - 1);
  const byEventLoop = ms / Math.max(ms / mostSlowness, ms - lag);
  const slowness = Math.max(byProcessors, byEventLoop);
  return slowness < leastSlowness ? 1 : slowness;
}
