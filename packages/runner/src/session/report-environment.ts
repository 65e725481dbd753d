import type { EventOf, RecordHeader } from '@uat/record';

export interface Surroundings {
  header: Pick<RecordHeader, 'lane' | 'suiteCommit'>;
  /** The target. */
  about: Pick<EventOf<'target'>, 'name' | 'url' | 'version' | 'faults'>;
  /** Path of the browser, where there is one. */
  browser: string | undefined;
}

/** What the report says of the surroundings of a run; what nobody knows is left out. */
export function reportEnvironment({ header, about, browser }: Surroundings): Record<string, string> {
  const known = {
    target: about.name,
    url: about.url,
    lane: header.lane,
    version: about.version,
    'suite commit': header.suiteCommit,
    browser,
    'past defects': about.faults.length === 0 ? undefined : about.faults.join(', '),
  };
  return Object.fromEntries(
    Object.entries(known).filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
}
