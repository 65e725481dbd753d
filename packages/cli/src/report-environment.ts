import type { RunFacts } from '@uat/runner';

/** What the report says of the surroundings of a run; what nobody knows is left out. */
export function reportEnvironment(
  { target, suiteCommit, lane }: RunFacts,
  browser: string | undefined,
): Record<string, string> {
  const known = {
    target: target.name,
    url: target.url,
    lane,
    version: target.version,
    'suite commit': suiteCommit,
    browser,
    'past defects': target.regressions?.join(', '),
  };
  return Object.fromEntries(
    Object.entries(known).filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
}
