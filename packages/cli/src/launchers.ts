import { processFacts } from '@uat/core';

/** Programs that start a package's scripts and wait for them; not what merely lies in `node_modules/.pnpm`. */
const launcher = /(?<!\.)\b(npx|npm|pnpm)\b|^(\/bin\/)?sh -c /;

/** The processes from `pid` upwards that do nothing but run us; none where the system does not tell. */
export function launchersAbove(pid: number): number[] {
  const facts = processFacts(pid);
  return facts === undefined || !launcher.test(facts.command) ? [] : [pid, ...launchersAbove(facts.parent)];
}
