import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRun, ended, header, quarantineOf } from '../testing/index.ts';
import { fold } from '../fold.ts';
import { merge } from '../merge.ts';
import type { EventOf, RecordEvent, RunRecord } from '../schema.ts';
import { judge } from './judge.ts';
import { outcomesOf } from './outcomes.ts';
import { verdictSchema } from './verdict-schema.ts';

const runs = { numRuns: 500 };

const recordOf = (events: readonly RecordEvent[]): RunRecord => ({ header, events: [...events, ended] });
const verdictOn = (events: readonly RecordEvent[]) => judge(fold(recordOf(events)));
const planIn = (events: readonly RecordEvent[]) =>
  events.find((one): one is EventOf<'planned'> => one.event === 'planned');
const selectedIn = (events: readonly RecordEvent[]) =>
  planIn(events)?.tests.filter(({ dependency }) => !dependency) ?? [];

test('the counts, dependency aside, always add up to what was discovered', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      const { discovered, dependency: _dependency, ...counts } = verdictOn(events).counts;

      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(discovered);
      expect(discovered).toBe(selectedIn(events).length);
    }),
    runs,
  );
});

test('nothing is green unless every selected test was judged and one of them ran', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      if (verdictOn(events).kind !== 'pass') return;
      const outcomes = outcomesOf(fold(recordOf(events)));
      const kinds = selectedIn(events).map(({ id }) => outcomes.get(id)?.kind);

      expect(kinds).not.toContain('notRun');
      expect(kinds.some((one) => one === 'passed' || one === 'flaky' || one === 'failed')).toBe(true);
    }),
    runs,
  );
});

test('the exit code is 0 for a pass only, and never with a failure or a diagnostic', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      const { kind, exitCode, failures } = verdictOn(events);

      expect(exitCode === 0).toBe(kind === 'pass');
      if (exitCode !== 0) return;
      expect(failures.filter(({ quarantine }) => quarantine === undefined)).toEqual([]);
      expect(events.map(({ event }) => event)).not.toContain('diagnostic');
    }),
    runs,
  );
});

test('a regression always has a witness: a product that failed a test, a probe or the clean-up', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      const { kind, failures } = verdictOn(events);
      if (kind !== 'regression') return;

      expect([
        failures.some((failure) => failure.class === 'product'),
        events.some((one) => one.event === 'diagnostic' && ['regression', 'error'].includes(one.kind)),
      ]).toContain(true);
    }),
    runs,
  );
});

test('a run that Playwright itself calls failed, or that has no end, is never green', () => {
  fc.assert(
    fc.property(arbitraryRun, fc.constantFrom('failed', 'timedout', 'interrupted'), (events, status) => {
      const verdict = verdictOn([...events, { event: 'executed', status }]);
      // A failure in quarantine explains that Playwright calls the run failed, and keeps nothing from being green.
      const isExplained = verdict.failures.some(({ quarantine }) => quarantine !== undefined);
      if (status !== 'failed' || !isExplained) expect(verdict.kind).not.toBe('pass');
      expect(judge(fold({ header, events })).kind).not.toBe('pass');
    }),
    runs,
  );
});

test('a verdict is the same in whatever order independent events were written, and fits its schema', () => {
  const shuffled = arbitraryRun.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, other]) => {
      const [one, two] = [verdictOn(events), verdictOn(other)];

      expect({ ...two, trouble: two.trouble.toSorted() }).toEqual({
        ...one,
        trouble: one.trouble.toSorted(),
      });
      expect(verdictSchema.parse(one)).toEqual(one);
    }),
    runs,
  );
});

test('a quarantine hides no failure of another test, and changes nothing but what blocks', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      const state = fold(recordOf(events));
      const [plain, eased] = [judge(state, { quarantine: [] }), judge(state)];
      const listed = new Set(state.policy.quarantine.map((entry) => entry.test));
      const excused = eased.failures.filter(({ quarantine }) => quarantine !== undefined);

      const uneased = eased.failures.map(({ quarantine, ...failure }) =>
        quarantine === undefined ? failure : { ...failure, class: failure.cause },
      );
      expect(uneased).toEqual(plain.failures);
      expect(excused.filter(({ id, cause }) => !listed.has(id) || cause !== 'product')).toEqual([]);
      expect(eased.counts).toMatchObject({ passed: plain.counts.passed, notRun: plain.counts.notRun });
      expect(eased.counts.failed + eased.counts.quarantined).toBe(plain.counts.failed);
      if (excused.length === 0) expect(eased.kind).toBe(plain.kind);
    }),
    runs,
  );
});

test('a quarantine of everything makes no run green in which something was lost or beside the tests', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      const state = fold(recordOf(events));
      const quarantine = state.planned.map(({ id }) => quarantineOf(id));
      const { kind, counts, trouble } = judge(state, { quarantine });
      if (kind !== 'pass') return;

      expect(counts).toMatchObject({ notRun: 0, unknown: 0, failed: 0 });
      expect(trouble).toEqual([]);
      expect(judge(fold({ header, events }), { quarantine }).kind).not.toBe('pass');
    }),
    runs,
  );
});

/** A run as it is when its tests are dealt out to several parts, each of which ran what others need. */
function split(events: readonly RecordEvent[], of: number): RunRecord[] {
  const plan = planIn(events);
  const selected = selectedIn(events).map(({ id }) => id);
  return Array.from({ length: of }, (_, index) => {
    const mine = selected.filter((_id, place) => place % of === index);
    const others = new Set(selected.filter((id) => !mine.includes(id)));
    const dependencies = plan?.tests.filter(({ dependency }) => dependency).map(({ id }) => id) ?? [];
    return {
      header: { ...header, shard: { index: index + 1, of } },
      events: [
        ...events.flatMap((one): RecordEvent[] => {
          if (one.event === 'planned') return [{ ...one, assigned: [...dependencies, ...mine] }];
          // What happened beside the tests happened in one part.
          if (one.event === 'diagnostic') return index === 0 ? [one] : [];
          return 'id' in one && others.has(one.id ?? '') ? [] : [one];
        }),
        ended,
      ],
    };
  });
}

const told = ({ trouble, ...verdict }: ReturnType<typeof judge>) => ({
  ...verdict,
  trouble: new Set(trouble.map((line) => line.replace(/^\d+ tests?/, 'tests'))),
});

test('the merge of a split has the verdict of the whole, in whatever order its parts come', () => {
  const parts = fc
    .tuple(arbitraryRun, fc.integer({ min: 1, max: 4 }))
    .chain(([events, of]) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(split(events, of), { minLength: of })),
    );
  fc.assert(
    fc.property(parts, ([events, [first, ...others]]) => {
      if (first === undefined) return;

      expect(told(judge(fold(merge([first, ...others]))))).toEqual(told(verdictOn(events)));
    }),
    runs,
  );
});

test('a merge of which a part is missing, doubled or without an end is never green', () => {
  const spoilt = fc
    .tuple(
      arbitraryRun,
      fc.integer({ min: 2, max: 4 }),
      fc.nat({ max: 3 }),
      fc.constantFrom('missing', 'twice', 'cut'),
    )
    .map(([events, of, place, how]) => {
      const parts = split(events, of);
      const one = parts[place % of];
      if (how === 'twice' && one !== undefined) return [...parts, one];
      return parts.flatMap((part) => {
        if (part !== one) return [part];
        return how === 'missing' ? [] : [{ ...part, events: part.events.slice(0, -1) }];
      });
    });
  fc.assert(
    fc.property(spoilt, ([first, ...others]) => {
      if (first === undefined) return;

      expect(judge(fold(merge([first, ...others]))).kind).not.toBe('pass');
    }),
    runs,
  );
});
