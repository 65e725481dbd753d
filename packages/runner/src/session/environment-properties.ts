import type { EventOf, RecordHeader } from '@uat/record';

export interface Surroundings {
  header: Pick<RecordHeader, 'lane' | 'suiteCommit'>;
  /** The target. */
  about: Pick<EventOf<'target'>, 'name' | 'url' | 'version' | 'faults'>;
  /** Path of the browser, where there is one. */
  browser: string | undefined;
}

/**
 * What the report says of the surroundings of a run, as Allure's `environment.properties`; what is not known is left
 * out.
 */
export function environmentProperties({ header, about, browser }: Surroundings): string {
  const known = {
    target: about.name,
    url: about.url,
    lane: header.lane,
    version: about.version,
    'suite commit': header.suiteCommit,
    browser,
    'seeded faults': about.faults.length === 0 ? undefined : about.faults.join(', '),
  };
  return Object.entries(known)
    .flatMap(([name, value]) =>
      typeof value === 'string' ? [`${name.replaceAll(' ', String.raw`\ `)}=${escaped(value)}\n`] : [],
    )
    .join('');
}

/** As java.util.Properties reads a value. */
const escaped = (value: string) =>
  value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
