import { readdirSync, readFileSync } from 'node:fs';

/** Command lines of all processes whose environment holds `variable` (`NAME=value`), whatever their parents are now. */
export function processesWithVariable(variable: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(variable)) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      // A zombie has no command line.
      return command === '' ? [] : [command];
    } catch {
      return [];
    }
  });
}
