import type { QuarantineEntry } from '@uat/config';
import type { PlannedTest } from './planned-test.ts';
import type { Attempt, Diagnostic, EventOf, RecordEvent, RecordHeader, RunRecord } from './schema.ts';

/** The team's decisions about failures, beside the rules that hold for every run. */
export interface Policy {
  quarantine: readonly QuarantineEntry[];
}

/** A run, by what it is about. */
export interface RunState {
  header: RecordHeader;
  /** All that is there of the areas. */
  planned: readonly PlannedTest[];
  /** What the areas are called for people, by their names. */
  areaTitles: Readonly<Record<string, string>>;
  /** Those that the run has to account for, in the order of the plan. */
  assigned: readonly PlannedTest[];
  /** Ids of assigned tests whose part of a merge is missing or cannot be trusted. */
  unknown: ReadonlySet<string>;
  /** What was in force when it started. */
  policy: Policy;
  target: EventOf<'target'> | undefined;
  /** By the id of their test, in the order in which they were made. */
  attempts: ReadonlyMap<string, readonly Attempt[]>;
  ineligible: ReadonlyMap<string, EventOf<'ineligible'>>;
  /** By the id of what made us ask. */
  probes: ReadonlyMap<string, EventOf<'probe'>>;
  /** Roles that the target has let in. */
  accepted: ReadonlySet<string>;
  diagnostics: readonly Diagnostic[];
  /** When this machine was slow. */
  machine: readonly EventOf<'machine'>[];
  stopped: EventOf<'stopped'> | undefined;
  executed: EventOf<'executed'> | undefined;
  ended: EventOf<'ended'> | undefined;
}

/** What a record says, whatever the order in which independent events were written. */
export function fold({ header, events }: RunRecord): RunState {
  const all = <Kind extends RecordEvent['event']>(kind: Kind) =>
    events.filter((one): one is EventOf<Kind> => one.event === kind);
  const plan = all('planned').at(-1);
  const assigned = new Set(plan?.assigned);
  const stops = all('stopped');
  const attempts = all('attempt')
    .map((one) => asCutOff(one, stops))
    .toSorted(
      // By number first: a clock may be set back between two attempts.
      (a, b) => a.index - b.index || Date.parse(a.startedAt) - Date.parse(b.startedAt),
    );
  return {
    header,
    planned: plan?.tests ?? [],
    areaTitles: plan?.areaTitles ?? {},
    assigned: plan?.tests.filter(({ id }) => assigned.has(id)) ?? [],
    unknown: new Set(plan?.unknown),
    policy: all('policy').at(-1) ?? { quarantine: [] },
    target: targetIn(all('target')),
    attempts: Map.groupBy(attempts, ({ id }) => id),
    ineligible: new Map(all('ineligible').map((one) => [one.id, one])),
    // Of several parts one may have found the target well and another not: then a broken promise is confirmed.
    probes: new Map(
      all('probe')
        .toSorted(downFirst)
        .map((one) => [one.id, one]),
    ),
    accepted: new Set(all('role').map(({ role }) => role)),
    diagnostics: all('diagnostic'),
    machine: all('machine'),
    // Whoever stops a run that has already seen enough interrupts it all the same.
    stopped: stops.find(({ by }) => by === 'signal') ?? stops[0],
    executed: all('executed').find(({ status }) => status !== 'passed') ?? all('executed').at(-1),
    ended: all('ended').at(-1),
  };
}

/** What did not pass after the tests were told to end may have failed because of that: nobody has judged it. */
function asCutOff(attempt: Attempt, stops: readonly EventOf<'stopped'>[]): Attempt {
  if (attempt.status === 'passed') return attempt;
  const end = Date.parse(attempt.startedAt) + attempt.ms;
  const isCutOff = stops.some(
    ({ at, shard }) => at !== undefined && shard === attempt.shard && end >= Date.parse(at),
  );
  return isCutOff ? { ...attempt, status: 'interrupted' } : attempt;
}

/**
 * The target as it was found, or as it was asked for. Parts of a merge found theirs at different times: the first
 * counts.
 */
function targetIn(events: readonly EventOf<'target'>[]): EventOf<'target'> | undefined {
  const ready = events.flatMap(({ readyAt }) => readyAt ?? []).toSorted()[0];
  if (ready === undefined) return events.at(-1);
  return events.find(({ readyAt }) => readyAt === ready);
}

const downFirst = (a: EventOf<'probe'>, b: EventOf<'probe'>) =>
  Number(a.state === 'up') - Number(b.state === 'up');
