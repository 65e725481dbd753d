import { configurationError, infrastructureError } from '@uat/core';
import { type PlannedTest, recordedEvents, testOf } from '@uat/record';

/**
 * Rejects a run without a final event: it must not pass.
 * @throws UatError (configuration) when Playwright ended before it had a plan, (infrastructure) when it was cut off.
 */
export function assertRunEnded(folder: string, exitCode: number | undefined, rest: string[]): void {
  const events = recordedEvents(folder);
  if (events.some((event) => event.event === 'executed' || event.event === 'diagnostic')) return;
  if (exitCode === undefined)
    throw infrastructureError('Playwright was killed before it reported the results of the tests.');
  const given = rest.length > 0 ? ` It was given: ${rest.join(' ')}` : '';
  const words = `Playwright ended (exit code ${exitCode}) without reporting the results of the tests; its output is above.${given}`;
  // Before there is a plan, the cause can only be in the command line or the specs.
  throw events.some(({ event }) => event === 'planned')
    ? infrastructureError(words)
    : configurationError(words);
}

/**
 * Rejects a whole area without tests, which must not hide behind another area with tests.
 * @throws UatError (configuration) naming the areas.
 */
export function assertAreasNonEmpty(folder: string, areas: string[], filtered: boolean): void {
  if (filtered) return;
  const planned = plannedIn(folder);
  const empty = areas.filter((area) => !planned.some((test) => test.area === area));
  if (empty.length === 0 || planned.length === 0) return;
  throw configurationError(
    `No test was found for ${empty.join(', ')}; are the specs in suites/${empty[0]}/ and named *.spec.ts?`,
  );
}

/**
 * Rejects a run in which tests that the last run left open no longer exist, so that none is forgotten.
 * @param only Ids of the requested tests.
 * @throws UatError (configuration) naming the tests of these areas that were not planned.
 */
export function assertTestsFound(folder: string, areas: readonly string[], only: readonly string[]): void {
  const found = new Set(plannedIn(folder).map(({ id }) => testOf(id)));
  const gone = only.filter((id) => !found.has(id) && areas.some((area) => id.startsWith(`${area}/`)));
  if (gone.length === 0) return;
  throw configurationError(
    `The last run left ${gone.join(', ')} open, and they no longer exist: they were renamed, moved or removed without pnpm uat history, or are about a package that was not given. Run ${[...new Set(gone.map((id) => id.split('/')[0]))].join(', ')} as a whole.`,
  );
}

/** The tests that the run has to account for. */
function plannedIn(folder: string): PlannedTest[] {
  return recordedEvents(folder).flatMap((event) =>
    event.event === 'planned' ? event.tests.filter(({ id }) => event.assigned.includes(id)) : [],
  );
}
