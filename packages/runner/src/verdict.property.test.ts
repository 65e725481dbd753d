import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from './run-events.ts';
import { answered, facts, failed, judged, plan, planned } from './testing/events.ts';
import { type RunOutcome, verdictOf } from './verdict.ts';

// Any run at all, also one that was cut off anywhere or in which things came that should not.
const fate: fc.Arbitrary<RunEvent[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<RunEvent[]>([judged('', 'passed')]) },
  fc.constant<RunEvent[]>([]),
  fc
    .constantFrom('passed', 'failed', 'flaky', 'skipped', 'notEligible')
    .map((outcome) => [judged('', outcome)]),
  fc
    .tuple(
      fc.record({ blame: fc.constantFrom('configuration', 'infrastructure') }, { requiredKeys: [] }),
      fc.constantFrom('up', 'down', undefined),
    )
    .map(([failure, state]) => [failed('', failure), ...(state === undefined ? [] : [answered('', state)])]),
);

const tests = fc
  .array(fc.record({ dependency: fc.boolean(), fate }), { maxLength: 8 })
  .map((drawn) => drawn.map((one, index) => ({ ...one, id: `authnz/sign-in#${index}` })));

const error = fc
  .tuple(fc.string(), fc.boolean(), fc.constantFrom('up', 'down', undefined))
  .map(([message, loading, state]): RunEvent[] => [
    { event: 'error', id: 'error 1', message, loading },
    ...(state === undefined ? [] : [answered('error 1', state)]),
  ]);

const run: fc.Arbitrary<RunOutcome> = fc
  .record({
    tests,
    errors: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(error)),
    signal: fc.option(fc.constantFrom('SIGINT', 'SIGTERM'), { nil: undefined, freq: 4 }),
    problem: fc.option(
      fc.record({
        kind: fc.constantFrom('regression', 'configuration', 'infrastructure'),
        message: fc.string(),
      }),
      { nil: undefined, freq: 4 },
    ),
  })
  .map(({ tests: drawn, errors, signal, problem }) => ({
    facts,
    seconds: 1,
    rerun: () => '',
    signal,
    problems: problem === undefined ? [] : [problem],
    events: [
      plan(...drawn.map(({ id, dependency }) => planned(id, { dependency }))),
      ...drawn.flatMap(({ id, fate: events }) => events.map((event) => ({ ...event, id }) as RunEvent)),
      ...errors.flat(),
    ],
  }));

const selectedIn = ({ events }: RunOutcome) =>
  events.flatMap((event) => (event.event === 'plan' ? event.tests.filter((one) => !one.dependency) : []));
const judgedIn = ({ events }: RunOutcome) =>
  events.flatMap((event) => (event.event === 'judged' ? [event] : []));

const runs = { numRuns: 500 };

test('the counts, dependency aside, always add up to what was discovered', () => {
  fc.assert(
    fc.property(run, (outcome) => {
      const { discovered, dependency: _dependency, ...counts } = verdictOf(outcome).counts;

      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(discovered);
      expect(discovered).toBe(selectedIn(outcome).length);
    }),
    runs,
  );
});

test('nothing is green unless every selected test was judged and one of them ran', () => {
  fc.assert(
    fc.property(run, (outcome) => {
      if (verdictOf(outcome).kind !== 'pass') return;
      const outcomes = new Map(judgedIn(outcome).map((one) => [one.id, one.outcome]));
      const selected = selectedIn(outcome).map(({ id }) => outcomes.get(id));

      expect(selected).not.toContain(undefined);
      expect(selected.some((one) => one === 'passed' || one === 'flaky')).toBe(true);
    }),
    runs,
  );
});

test('the exit code is 0 for a pass only, and never with a failure, an error or a problem', () => {
  fc.assert(
    fc.property(run, (outcome) => {
      const { kind, exitCode } = verdictOf(outcome);

      expect(exitCode === 0).toBe(kind === 'pass');
      if (exitCode !== 0) return;
      expect(judgedIn(outcome).map((one) => one.outcome)).not.toContain('failed');
      expect(outcome.events.map(({ event }) => event)).not.toContain('error');
      expect(outcome.problems ?? []).toEqual([]);
    }),
    runs,
  );
});

test('a regression always has a witness: a product that failed a test, a probe or the clean-up', () => {
  fc.assert(
    fc.property(run, (outcome) => {
      const { kind, failures } = verdictOf(outcome);
      if (kind !== 'regression') return;
      const broken = failures.some((failure) => failure.class === 'product');
      const left = outcome.problems?.some((problem) => problem.kind === 'regression');
      const beside = outcome.events.some((event) => event.event === 'error' && !event.loading);

      expect([broken, left, beside]).toContain(true);
    }),
    runs,
  );
});

test('every failure is listed, and nothing else is', () => {
  fc.assert(
    fc.property(run, (outcome) => {
      const red = judgedIn(outcome).filter((one) => one.outcome === 'failed');

      expect(verdictOf(outcome).failures.map(({ id }) => id)).toEqual(red.map(({ id }) => id));
    }),
    runs,
  );
});

test('a run that Playwright itself calls failed is never green', () => {
  fc.assert(
    fc.property(run, fc.constantFrom('failed', 'timedout', 'interrupted'), (outcome, status) => {
      const events: RunEvent[] = [...outcome.events, { event: 'end', status }];

      expect(verdictOf({ ...outcome, events }).kind).not.toBe('pass');
    }),
    runs,
  );
});
