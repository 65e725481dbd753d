import { readFileSync } from 'node:fs';

/** When a process was started, in clock ticks since the system was; with its pid it names one process for good. */
export function startedAt(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of proc(5). The name, in brackets, may hold anything: count from behind the last bracket.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}
