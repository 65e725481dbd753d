import type { QuarantineEntry, Symptom } from '@uat/config';
import type { PlannedTest } from './planned-test.ts';
import type {
  Attempt,
  Diagnostic,
  EventOf,
  ExcludedTest,
  RecordEvent,
  RecordHeader,
  RunRecord,
} from './schema.ts';

/** The team's decisions about failures, beside the rules that hold for every run. */
export interface Policy {
  quarantine: readonly QuarantineEntry[];
  /** Share of the tests that may pass only when tried again; no limit by default. */
  flakeBudget?: number | undefined;
  symptoms?: readonly Symptom[] | undefined;
}

/** The state of a run, folded from the events of its record. */
export interface RunState {
  header: RecordHeader;
  /** Hash of the plan; undefined before there is one. */
  planHash: string | undefined;
  /** All tests of the areas. */
  planned: readonly PlannedTest[];
  /** Titles of the areas, by name. */
  areaTitles: Readonly<Record<string, string>>;
  /** The tests that this run has to account for, in the order of the plan. */
  assigned: readonly PlannedTest[];
  /** Tests that the plan leaves out. */
  excluded: readonly ExcludedTest[];
  /** Ids of assigned tests whose part of a merge is missing or cannot be trusted. */
  unknown: ReadonlySet<string>;
  /** The policy in force when the run started. */
  policy: Policy;
  target: EventOf<'target'> | undefined;
  /** Attempts by the id of their test, in order. */
  attempts: ReadonlyMap<string, readonly Attempt[]>;
  ineligible: ReadonlyMap<string, EventOf<'ineligible'>>;
  /** Probes of the target, by the id of the test or diagnostic that caused them. */
  probes: ReadonlyMap<string, EventOf<'probe'>>;
  /** The history of failed tests, by id. */
  history: ReadonlyMap<string, EventOf<'history'>>;
  /** Roles whose credentials the target has accepted. */
  accepted: ReadonlySet<string>;
  diagnostics: readonly Diagnostic[];
  /** Intervals in which this machine was slow. */
  machine: readonly EventOf<'machine'>[];
  stopped: EventOf<'stopped'> | undefined;
  executed: EventOf<'executed'> | undefined;
  ended: EventOf<'ended'> | undefined;
}

/** Folds a record into the state of its run, independent of the order of unrelated events. */
export function fold({ header, events }: RunRecord): RunState {
  const all = <Kind extends RecordEvent['event']>(kind: Kind) =>
    events.filter((one): one is EventOf<Kind> => one.event === kind);
  const plan = all('planned').at(-1);
  const assigned = new Set(plan?.assigned);
  const stops = all('stopped');
  const attempts = all('attempt')
    .map((one) => asCutOff(one, stops))
    .toSorted(
      // By index first: the clock may be set back between two attempts.
      (a, b) => a.index - b.index || Date.parse(a.startedAt) - Date.parse(b.startedAt),
    );
  return {
    header,
    planHash: plan?.hash,
    planned: plan?.tests ?? [],
    areaTitles: plan?.areaTitles ?? {},
    assigned: plan?.tests.filter(({ id }) => assigned.has(id)) ?? [],
    excluded: plan?.excluded ?? [],
    unknown: new Set(plan?.unknown),
    policy: all('policy').at(-1) ?? { quarantine: [] },
    target: targetIn(all('target')),
    attempts: Map.groupBy(attempts, ({ id }) => id),
    ineligible: new Map(all('ineligible').map((one) => [one.id, one])),
    // In a merge, one part may have found the target up and another down: up wins, and confirms a broken promise.
    probes: new Map(
      all('probe')
        .toSorted(downFirst)
        .map((one) => [one.id, one]),
    ),
    history: new Map(all('history').map((one) => [one.id, one])),
    accepted: new Set(all('role').map(({ role }) => role)),
    diagnostics: all('diagnostic'),
    machine: all('machine'),
    // A signal interrupts a run even when it was already ending for another reason.
    stopped: stops.find(({ by }) => by === 'signal') ?? stops[0],
    executed: all('executed').find(({ status }) => status !== 'passed') ?? all('executed').at(-1),
    ended: all('ended').at(-1),
  };
}

/** Marks an attempt as interrupted when it did not pass after the tests were told to end, perhaps because of that. */
function asCutOff(attempt: Attempt, stops: readonly EventOf<'stopped'>[]): Attempt {
  if (attempt.status === 'passed') return attempt;
  const end = Date.parse(attempt.startedAt) + attempt.ms;
  const isCutOff = stops.some(
    ({ at, shard }) => at !== undefined && shard === attempt.shard && end >= Date.parse(at),
  );
  return isCutOff ? { ...attempt, status: 'interrupted' } : attempt;
}

/**
 * The target as found, else as requested. The parts of a merge found theirs at different times: the earliest counts.
 */
function targetIn(events: readonly EventOf<'target'>[]): EventOf<'target'> | undefined {
  const found = events.filter(({ readyAt }) => readyAt !== undefined);
  // A shard without a target, of tests about packages, says nothing about that of the others.
  const [first] = found.toSorted(
    (a, b) =>
      Number(a.url === null) - Number(b.url === null) || (a.readyAt ?? '').localeCompare(b.readyAt ?? ''),
  );
  return first ?? events.at(-1);
}

const downFirst = (a: EventOf<'probe'>, b: EventOf<'probe'>) =>
  Number(a.state === 'up') - Number(b.state === 'up');
