import fc from 'fast-check';
import type { RecordEvent } from '../schema.ts';
import {
  answered,
  attempt,
  executed,
  failed,
  ineligible,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
  timed,
} from './events.ts';

/** What may happen to a test, its id left out. */
const fate: fc.Arbitrary<RecordEvent[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<RecordEvent[]>([passed('')]) },
  fc.constant<RecordEvent[]>([]),
  fc
    .constantFrom('failed', 'timedOut', 'skipped', 'interrupted', 'notRun')
    .map((status): RecordEvent[] => [attempt('', status)]),
  fc.constant<RecordEvent[]>([attempt('', 'timedOut'), answered('', 'up')]),
  fc.constant<RecordEvent[]>([failed(''), passed('', { index: 1 })]),
  fc.constant<RecordEvent[]>([ineligible('', 'grant:policy', 'no grant')]),
  fc
    .tuple(
      fc.record({ cause: fc.constantFrom('configuration', 'infrastructure') }, { requiredKeys: [] }),
      fc.constantFrom('up', 'down', undefined),
    )
    .map(([failure, state]): RecordEvent[] => [
      failed('', failure),
      ...(state === undefined ? [] : [answered('', state)]),
    ]),
);

const beside: fc.Arbitrary<RecordEvent[]> = fc
  .record({
    kind: fc.constantFrom('error', 'configuration', 'infrastructure', 'regression'),
    message: fc.string(),
    state: fc.constantFrom('up', 'down', undefined),
  })
  .map(({ kind, message, state }) => [
    { event: 'diagnostic', id: 'error 1', kind, message },
    ...(state === undefined ? [] : [answered('error 1', state)]),
  ]);

/** The events of any run, also of one in which things came that should not; without its end. */
export const arbitraryRun: fc.Arbitrary<RecordEvent[]> = fc
  .record({
    tests: fc.array(fc.record({ dependency: fc.boolean(), fate }), { maxLength: 8 }),
    diagnostics: fc.oneof(
      { weight: 5, arbitrary: fc.constant<RecordEvent[]>([]) },
      fc.array(beside, { maxLength: 2 }),
    ),
    signal: fc.option(fc.constantFrom('SIGINT', 'SIGTERM'), { nil: undefined, freq: 4 }),
    status: fc.constantFrom('passed', 'failed', 'timedout', 'interrupted', undefined),
    quarantine: fc.array(
      fc.record({
        place: fc.nat({ max: 7 }),
        expires: fc.constantFrom('2026-12-01', '2026-11-21'),
        lane: fc.constantFrom('local', 'cd'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ tests, diagnostics, signal, status, quarantine }) => {
    const ids = tests.map((_, index) => `authnz/sign-in#${index}`);
    return timed([
      policy(...quarantine.map(({ place, ...change }) => quarantineOf(`authnz/sign-in#${place}`, change))),
      plan(...tests.map(({ dependency }, index) => planned(ids[index] ?? '', { dependency }))),
      ...tests.flatMap(({ fate: events }, index) =>
        events.map((event) => ({ ...event, id: ids[index] }) as RecordEvent),
      ),
      ...diagnostics.flat(),
      ...(signal === undefined
        ? []
        : [{ event: 'stopped', by: 'signal', signal, reason: 'the run was interrupted' } as const]),
      ...(status === undefined ? [] : [executed(status)]),
    ]);
  });
