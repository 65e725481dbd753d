import { readFileSync } from 'node:fs';

/** Start time of a process in clock ticks since boot; together with the pid it identifies a process uniquely. */
export function processStartTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of proc(5). The name in brackets may contain anything: count after the last bracket.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}
