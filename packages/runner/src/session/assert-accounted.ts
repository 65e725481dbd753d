import { configurationError, infrastructureError } from '@uat/core';
import { type PlannedTest, recordedEvents, testOf } from '@uat/record';

/**
 * Without a last word nothing may be green.
 * @throws UatError (configuration) when Playwright ended before it had a plan, (infrastructure) when it was cut off.
 */
export function assertSaid(folder: string, exitCode: number | undefined, rest: string[]): void {
  const events = recordedEvents(folder);
  if (events.some((event) => event.event === 'executed' || event.event === 'diagnostic')) return;
  if (exitCode === undefined)
    throw infrastructureError('Playwright was killed before it said what came of the tests.');
  const given = rest.length > 0 ? ` It was given: ${rest.join(' ')}` : '';
  const words = `Playwright ended (exit code ${exitCode}) without saying what came of the tests; its output is above.${given}`;
  // Before it had a plan, only the command line and the specs can be to blame.
  throw events.some(({ event }) => event === 'planned')
    ? infrastructureError(words)
    : configurationError(words);
}

/**
 * An area that was asked for as a whole and holds no test must not hide behind one that does.
 * @throws UatError (configuration) naming the areas.
 */
export function assertWhole(folder: string, areas: string[], filtered: boolean): void {
  if (filtered) return;
  const planned = plannedIn(folder);
  const hollow = areas.filter((area) => !planned.some((test) => test.area === area));
  if (hollow.length === 0 || planned.length === 0) return;
  throw configurationError(
    `No test was found for ${hollow.join(', ')}; are the specs in suites/${hollow[0]}/ and named *.spec.ts?`,
  );
}

/**
 * A test that the last run left open and that is not there any more must not be forgotten behind those that are.
 * @param only Ids of the tests that were to run.
 * @throws UatError (configuration) naming those of the areas that were not planned.
 */
export function assertFound(folder: string, areas: readonly string[], only: readonly string[]): void {
  const found = new Set(plannedIn(folder).map(({ id }) => testOf(id)));
  const gone = only.filter((id) => !found.has(id) && areas.some((area) => id.startsWith(`${area}/`)));
  if (gone.length === 0) return;
  throw configurationError(
    `The last run left ${gone.join(', ')} open, which is not there now: it was renamed, moved or removed without pnpm uat history, or is about a package that was not given. Run ${[...new Set(gone.map((id) => id.split('/')[0]))].join(', ')} as a whole.`,
  );
}

/** The tests that the run is to account for. */
function plannedIn(folder: string): PlannedTest[] {
  return recordedEvents(folder).flatMap((event) =>
    event.event === 'planned' ? event.tests.filter(({ id }) => event.assigned.includes(id)) : [],
  );
}
