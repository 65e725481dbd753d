import { readdirSync, readFileSync } from 'node:fs';

/** The parent of a process and its command line. */
export interface ProcessFacts {
  parent: number;
  command: string;
}

/** Reads the facts about a process; `undefined` when it has ended, or the system has no `/proc`. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    // The name, in parentheses, may contain anything; the other fields follow the last parenthesis.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}

/** The descendants of a process; empty where the system has no `/proc`. */
export function descendantsOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of pidsOfTheSystem()) {
    const parent = processFacts(name)?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const below = (one: number): number[] =>
    (children.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function pidsOfTheSystem(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
