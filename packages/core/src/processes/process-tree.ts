import { readdirSync, readFileSync } from 'node:fs';

/** The parent of a process and its command line, where the system tells (Linux). */
export interface ProcessFacts {
  parent: number;
  command: string;
}

/** `undefined` when the process is gone, or the system has no `/proc`. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    // The name, in brackets, may hold anything; the fields that matter stand behind the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}

/** All processes that a process started, and those that they started; empty where the system does not tell. */
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
