import { type FailureClass, failureClass, isOfThisMachine, refusedTheRight } from './failure-class.ts';
import { lastJudgements } from './last-judgements.ts';
import type { Probe } from './probe.ts';
import type { JudgedTest, PlannedTest, RecordedFailure, RunEvent } from './run-events.ts';

export type VerdictKind =
  | 'pass'
  | 'regression'
  | 'infrastructure'
  | 'configuration'
  | 'empty'
  | 'interrupted';

export interface VerdictFailure {
  id: string;
  title: string;
  file: string;
  area: string;
  /** Which of several products is at fault. */
  product?: string;
  tickets: string[];
  regressions: string[];
  class: FailureClass;
  layer: 'api' | 'browser';
  phase: 'setup' | 'test' | 'teardown';
  error: string;
  rerun: string;
  attachments: string[];
  /** Seconds from the moment the target was there to the end of the first attempt that failed; absent when unknown. */
  foundAfter?: number;
}

export interface Counts {
  /** Tests that were asked for; the other counts, `dependency` aside, add up to it. */
  discovered: number;
  passed: number;
  failed: number;
  flaky: number;
  skipped: number;
  notEligible: number;
  notRun: number;
  quarantined: number;
  /** Tests of areas that ran only because another area needs them. */
  dependency: number;
}

/** What a run was about, known before its first test. */
export interface RunFacts {
  runId: string;
  startedAt: string;
  target: {
    name: string;
    url: string | null;
    version: string | null;
    contractVersion: string | null;
    /** Ids of past defects that were switched on, to see which test notices. */
    regressions?: string[];
  };
  /** When the target was there; absent when it never was. */
  readyAt?: string;
  suiteCommit: string | null;
  lane: string;
  areas: string[];
}

/** `verdict.json`, schemaVersion 1. */
export interface Verdict extends RunFacts {
  schemaVersion: 1;
  kind: VerdictKind;
  exitCode: number;
  seconds: number;
  counts: Counts;
  failures: VerdictFailure[];
  notEligible: { id: string; needs: string; reason: string }[];
  /** What went wrong beside the tests, and why tests did not run: sentences. */
  trouble: string[];
}

/** What kept a run from starting or going on, or what it left behind on the target (a regression). */
export interface Problem {
  kind: 'regression' | 'configuration' | 'infrastructure';
  message: string;
}

export interface RunOutcome {
  facts: RunFacts;
  seconds: number;
  events: readonly RunEvent[];
  /** The signal that ended the run. */
  signal?: 'SIGINT' | 'SIGTERM' | undefined;
  /** What went wrong beside the tests. */
  problems?: Problem[];
  /** How a person runs one test again. */
  rerun: (test: PlannedTest) => string;
}

const exitCodes = { pass: 0, regression: 1, configuration: 2, infrastructure: 3, empty: 4 } as const;

/**
 * Judges a run from what was planned and what happened: the table of docs/outcomes.md as a function. A test that was
 * planned and never judged counts as `notRun`; a run that ends with such a test and no other fault is infrastructure,
 * so that nothing that was lost on the way can be green.
 */
export function verdictOf({ facts, seconds, events, signal, problems = [], rerun }: RunOutcome): Verdict {
  const planned = events.flatMap((event) => (event.event === 'plan' ? event.tests : []));
  const judged = lastJudgements(events);
  const probes = new Map(events.flatMap((event) => (event.event === 'probe' ? [[event.id, event]] : [])));
  const accepted = new Set(events.flatMap((event) => (event.event === 'accepted' ? [event.role] : [])));
  const selected = planned.filter((test) => !test.dependency);
  const errors = events.flatMap((event) => (event.event === 'error' ? [event] : []));
  const stopped = events.find((event) => event.event === 'stopped')?.reason;
  const status = events.findLast((event) => event.event === 'end')?.status;

  const failures = planned.flatMap((test) =>
    failureOf(test, judged.get(test.id), { probe: probes.get(test.id), accepted, rerun }).map((failure) => ({
      ...failure,
      ...foundAfter(test.id, events, facts.readyAt),
    })),
  );
  const counts = countsOf(planned, selected, judged);
  const red = [...new Set(failures.filter(({ id }) => isDependency(id, planned)).map(({ area }) => area))];
  const explained = signal !== undefined || problems.length > 0 || failures.length > 0 || errors.length > 0;
  const lost = [
    ...(planned.length === 0 && judged.size > 0 ? ['the plan of the run was lost'] : []),
    ...(status !== undefined && status !== 'passed' && !explained
      ? [`Playwright ended as ${status}, and no test says why`]
      : []),
  ];
  const trouble = [
    ...problems.map(({ message }) => message),
    ...errors.map(({ message }) => message),
    ...lost,
    ...whyNotRun(
      selected.filter(({ id }) => !judged.has(id)),
      events,
      signal !== undefined
        ? 'the run was interrupted'
        : (stopped ?? (red.length > 0 ? `${red.join(', ')} is red` : 'no result came back')),
    ),
    ...[...probes.values()].filter(({ state }) => state === 'down').map(({ detail }) => detail),
  ];

  const ran = counts.passed + counts.failed + counts.flaky;
  const blamed = (blame: FailureClass) => failures.some((failure) => failure.class === blame);
  const had = (one: Problem['kind']) => problems.some((problem) => problem.kind === one);
  // An error outside the tests, in the tear-down of a fixture say, is judged as a failed test is.
  const broken = errors.filter(
    ({ id, loading, message }) => !loading && !isOfThisMachine(message) && probes.get(id)?.state === 'up',
  );
  const kind = ((): VerdictKind => {
    if (signal !== undefined) return 'interrupted';
    if (blamed('product') || had('regression')) return 'regression';
    if (broken.length > 0 && status !== 'timedout') return 'regression';
    if (had('configuration') || errors.some(({ loading }) => loading) || blamed('configuration'))
      return 'configuration';
    if (had('infrastructure') || errors.length > 0 || blamed('infrastructure')) return 'infrastructure';
    if (counts.notRun > 0 || lost.length > 0) return 'infrastructure';
    return ran === 0 ? 'empty' : 'pass';
  })();

  return {
    schemaVersion: 1,
    kind,
    exitCode: kind === 'interrupted' ? (signal === 'SIGTERM' ? 143 : 130) : exitCodes[kind],
    ...facts,
    seconds: Math.round(seconds * 10) / 10,
    counts,
    failures,
    notEligible: selected.flatMap(({ id }) => {
      const one = judged.get(id);
      return one?.outcome === 'notEligible' ? [{ id, needs: one.needs ?? '', reason: one.reason ?? '' }] : [];
    }),
    trouble: [...new Set(trouble)],
  };
}

/** A test that failed without a word has failed all the same. */
const unrecorded: RecordedFailure = {
  error: 'no error was recorded',
  phase: 'test',
  layer: 'api',
  attachments: [],
};

const takenElsewhere = 'They are right: the target takes them elsewhere in this run.';

/** What is known beside a failure. */
interface Circumstances {
  probe: Probe | undefined;
  /** Roles that the target has let in with their credentials. */
  accepted: ReadonlySet<string>;
  rerun: RunOutcome['rerun'];
}

function failureOf(
  test: PlannedTest,
  judged: JudgedTest | undefined,
  { probe, accepted, rerun }: Circumstances,
): VerdictFailure[] {
  if (judged?.outcome !== 'failed') return [];
  const { failure = unrecorded } = judged;
  const { id, title, file, area, product, tickets, regressions } = test;
  const { layer, phase, error, attachments } = failure;
  // A failure that nobody could probe was not confirmed with a healthy target.
  const witness = probe ?? { state: 'down', detail: 'the target was not asked after this failure' };
  return [
    {
      id,
      title,
      file,
      area,
      ...(product === undefined ? {} : { product }),
      tickets,
      regressions,
      class: failureClass(failure, witness, accepted),
      layer,
      phase,
      error: refusedTheRight(failure, accepted) ? `${error} ${takenElsewhere}` : error,
      rerun: rerun(test),
      attachments,
    },
  ];
}

function foundAfter(
  id: string,
  events: readonly RunEvent[],
  readyAt: string | undefined,
): { foundAfter?: number } {
  const first = events.find(
    (event) => event.event === 'judged' && event.id === id && event.outcome === 'failed',
  );
  if (first?.event !== 'judged' || first.at === undefined || readyAt === undefined) return {};
  return { foundAfter: Math.round((Date.parse(first.at) - Date.parse(readyAt)) / 100) / 10 };
}

function countsOf(
  planned: readonly PlannedTest[],
  selected: readonly PlannedTest[],
  judged: ReadonlyMap<string, JudgedTest>,
): Counts {
  const count = (outcome: JudgedTest['outcome']) =>
    selected.filter(({ id }) => judged.get(id)?.outcome === outcome).length;
  return {
    discovered: selected.length,
    passed: count('passed'),
    failed: count('failed'),
    flaky: count('flaky'),
    skipped: count('skipped'),
    notEligible: count('notEligible'),
    notRun: selected.filter(({ id }) => !judged.has(id)).length,
    quarantined: 0,
    dependency: planned.length - selected.length,
  };
}

function isDependency(id: string, planned: readonly PlannedTest[]): boolean {
  return planned.some((test) => test.id === id && test.dependency);
}

/** A sentence for each reason; the given one where a test has none of its own. */
function whyNotRun(tests: readonly PlannedTest[], events: readonly RunEvent[], otherwise: string): string[] {
  const own = new Map(
    events.flatMap((event) => (event.event === 'notRun' ? [[event.id, event.reason]] : [])),
  );
  const reasons = Map.groupBy(tests, ({ id }) => own.get(id) ?? otherwise);
  return [...reasons].map(([why, { length }]) =>
    length === 1 ? `1 test did not run: ${why}` : `${length} tests did not run: ${why}`,
  );
}
