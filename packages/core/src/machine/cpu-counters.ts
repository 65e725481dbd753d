import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts from its start on; differences between two moments tell what came in between. */
export interface CpuCounters {
  /** The time of all cores, in ticks. */
  total: number;
  /** Of these: without work, also while a disk is waited for. */
  idle: number;
  /** Of these: taken by the hypervisor. */
  stolen: number;
  /** Of these: used by one process and all that it started. */
  own: number;
  /** Microseconds in which a task waited for a core; undefined where the kernel does not tell. */
  waited: number | undefined;
}

/** The counters of now, `own` those of a process and its descendants; undefined where there is no `/proc`. */
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
  // The last two columns, of guests, are counted in the first two.
  const times = line.split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, forDisk = 0, , , stolen = 0] = times;
  return { total: times.reduce((sum, one) => sum + one, 0), idle: idle + forDisk, stolen };
}

/** What `/proc/pressure/cpu` says of `some` tasks; https://docs.kernel.org/accounting/psi.html. */
export function waitedIn(pressure: string): number | undefined {
  const total = /^some .*\btotal=(?<total>\d+)$/m.exec(pressure)?.groups?.['total'];
  return total === undefined ? undefined : Number(total);
}

/** A process, and the ticks that it and those of its children that it has waited for have used. */
export interface ProcessTimes {
  pid: number;
  parent: number;
  ticks: number;
}

/** `/proc/<pid>/stat`; see proc_pid_stat(5). */
export function processTimesIn(stat: string): ProcessTimes {
  // The name, in brackets, may hold anything; the other fields stand behind the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
  return { pid: Number.parseInt(stat, 10), parent: Number(fields[1]), ticks };
}

/** The ticks of a process and its descendants; what one that ended has used stands with the parent that waited for it. */
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
    // No Linux, an old kernel, or a process that has just ended.
    return undefined;
  }
}
