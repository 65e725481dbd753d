import { readdirSync, readFileSync } from 'node:fs';

/** Counters that Linux keeps since boot; two samples differ by the work done in between. */
export interface CpuCounters {
  /** Time of all cores, in ticks. */
  total: number;
  /** Ticks without work, waiting for a disk included. */
  idle: number;
  /** Ticks taken by the hypervisor. */
  stolen: number;
  /** Ticks used by one process and its descendants. */
  own: number;
  /** Microseconds in which a task waited for a core; `undefined` where the kernel does not report it. */
  waited: number | undefined;
}

/** The current counters, `own` for the process `root` and its descendants; `undefined` without `/proc`. */
export function cpuCounters(root: number): CpuCounters | undefined {
  const stat = contentOf('/proc/stat');
  if (stat === undefined) return undefined;
  return {
    ...timesIn(stat),
    own: ownTicks(processTimes(), root),
    waited: waitedIn(contentOf('/proc/pressure/cpu') ?? ''),
  };
}

/** The first line of `/proc/stat`; see proc_stat(5). */
export function timesIn(stat: string): Pick<CpuCounters, 'total' | 'idle' | 'stolen'> {
  const [line = ''] = stat.split('\n');
  // The last two columns, for guests, are already part of the first two.
  const times = line.split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, forDisk = 0, , , stolen = 0] = times;
  return { total: times.reduce((sum, one) => sum + one, 0), idle: idle + forDisk, stolen };
}

/** The total of the `some` line of `/proc/pressure/cpu`; https://docs.kernel.org/accounting/psi.html. */
export function waitedIn(pressure: string): number | undefined {
  const total = /^some .*\btotal=(?<total>\d+)$/m.exec(pressure)?.groups?.['total'];
  return total === undefined ? undefined : Number(total);
}

/** A process, and the ticks used by it and by the children that it has waited for. */
export interface ProcessTimes {
  pid: number;
  parent: number;
  ticks: number;
}

/** `/proc/<pid>/stat`; see proc_pid_stat(5). */
export function processTimesIn(stat: string): ProcessTimes {
  // The name, in parentheses, may contain anything; the other fields follow the last parenthesis.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
  return { pid: Number.parseInt(stat, 10), parent: Number(fields[1]), ticks };
}

/**
 * The ticks of a process and its descendants; those of an ended process are counted for the parent that waited for it.
 */
export function ownTicks(processes: readonly ProcessTimes[], root: number): number {
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const below = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, one) => sum + one.ticks + below(one.pid), 0);
  return (processes.find(({ pid }) => pid === root)?.ticks ?? 0) + below(root);
}

function processTimes(): ProcessTimes[] {
  return readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? contentOf(`/proc/${name}/stat`) : undefined;
    return stat === undefined ? [] : [processTimesIn(stat)];
  });
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not Linux, an old kernel, or a process that has just ended.
    return undefined;
  }
}
