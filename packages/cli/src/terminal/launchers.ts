import { processFacts } from '@uat/core';

/** Matches programs that start a package's scripts and wait for them, but not paths in `node_modules/.pnpm`. */
const launcher = /(?<!\.)\b(npx|npm|pnpm)\b|^(\/bin\/)?sh -c /;

/** The launchers from `pid` upwards, processes that only run us; none where the system does not show processes. */
export function launchersAbove(pid: number): number[] {
  const facts = processFacts(pid);
  return facts === undefined || !launcher.test(facts.command) ? [] : [pid, ...launchersAbove(facts.parent)];
}
