import type { EventOf, RecordHeader } from '@uat/record';

export interface Environment {
  header: Pick<RecordHeader, 'lane' | 'suiteCommit'>;
  /** Target event of the run. */
  about: Pick<EventOf<'target'>, 'name' | 'url' | 'version' | 'faults'>;
  /** Path of the browser, if any. */
  browser: string | undefined;
}

/**
 * The environment of a run as Allure's `environment.properties`; unknown values are left out.
 */
export function environmentProperties({ header, about, browser }: Environment): string {
  const known = {
    target: about.name,
    url: about.url,
    lane: header.lane,
    version: about.version,
    'suite commit': header.suiteCommit,
    browser,
    faults: about.faults.length === 0 ? undefined : about.faults.join(', '),
  };
  return Object.entries(known)
    .flatMap(([name, value]) =>
      typeof value === 'string' ? [`${name.replaceAll(' ', String.raw`\ `)}=${escaped(value)}\n`] : [],
    )
    .join('');
}

/** Escapes a value for java.util.Properties. */
const escaped = (value: string) =>
  value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
