import type { Diagnostic, EventOf, RecordEvent, RunRecord } from './schema.ts';

/**
 * Merges the records of the parts of a run. Where the parts do not add up to one plan, with each test assigned to
 * exactly one part, the merged record has diagnostics, marks tests without results as unknown, and gets no green
 * verdict.
 */
export function merge(parts: readonly [RunRecord, ...RunRecord[]]): RunRecord {
  const ordered = parts.toSorted((a, b) => indexOf(a) - indexOf(b));
  const [first = parts[0]] = ordered;
  const { shard: _shard, ...whole } = first.header;
  const plan = ordered.map(planOf).find((one) => one !== undefined);
  const complaints = [...mismatches(ordered), ...wrongParts(ordered), ...wrongAssignments(ordered)];
  return {
    header: {
      ...whole,
      startedAt: ordered.map(({ header }) => header.startedAt).toSorted()[0] ?? whole.startedAt,
    },
    events: [
      ...ordered.flatMap((part) => policyOf(part) ?? []).slice(0, 1),
      ...(plan === undefined ? [] : [wholePlan(plan, ordered)]),
      ...ordered.flatMap((part) => eventsOf(part, plan)),
      ...complaints.map((message): Diagnostic => ({ event: 'diagnostic', kind: 'infrastructure', message })),
      ...endOf(ordered),
    ],
  };
}

const indexOf = ({ header }: RunRecord) => header.shard?.index ?? 0;

const nameOf = ({ header }: RunRecord) =>
  header.shard === undefined ? header.runId : `part ${header.shard.index}/${header.shard.of}`;

const planOf = ({ events }: RunRecord) =>
  events.findLast((one): one is EventOf<'planned'> => one.event === 'planned');

const policyOf = ({ events }: RunRecord) =>
  events.findLast((one): one is EventOf<'policy'> => one.event === 'policy');

const targetOf = ({ events }: RunRecord) =>
  events.findLast((one): one is EventOf<'target'> => one.event === 'target' && one.readyAt !== undefined);

/** The final event: the end of the last part, if all parts ended. */
function endOf(parts: readonly RunRecord[]): RecordEvent[] {
  const ends = parts.map(({ events }) =>
    events.find((one): one is EventOf<'ended'> => one.event === 'ended'),
  );
  const times = ends.flatMap((one) => (one === undefined ? [] : [one.at])).toSorted();
  const last = times.at(-1);
  return last === undefined || times.length < parts.length ? [] : [{ event: 'ended', at: last }];
}

/** Ids of the assigned tests that a part accounts for: all, unless it was cut off or lines of it are lost. */
function knownIn(part: RunRecord): readonly string[] {
  const assigned = planOf(part)?.assigned ?? [];
  if (part.damaged !== true && part.events.some(({ event }) => event === 'ended')) return assigned;
  const told = new Set(
    part.events.flatMap((one) => (one.event === 'attempt' || one.event === 'ineligible' ? [one.id] : [])),
  );
  return assigned.filter((id) => told.has(id));
}

function wholePlan(plan: EventOf<'planned'>, parts: readonly RunRecord[]): EventOf<'planned'> {
  const known = new Set(parts.flatMap(knownIn));
  const unknown = plan.tests.map(({ id }) => id).filter((id) => !known.has(id));
  return { ...plan, assigned: plan.tests.map(({ id }) => id), ...(unknown.length === 0 ? {} : { unknown }) };
}

/** The events of one part. Ids that are unique only within it, such as those of diagnostics, get a prefix. */
function eventsOf(part: RunRecord, plan: EventOf<'planned'> | undefined): RecordEvent[] {
  const shard = indexOf(part);
  const tests = new Set(plan?.tests.map(({ id }) => id));
  const named = (id: string) => (tests.has(id) ? id : `${shard}: ${id}`);
  return part.events.flatMap((one): RecordEvent[] => {
    switch (one.event) {
      case 'policy':
      case 'planned':
      case 'ended':
        return [];
      case 'attempt':
      case 'stopped':
      case 'machine':
        return [shard === 0 ? one : { ...one, shard }];
      case 'probe':
        return [{ ...one, id: named(one.id) }];
      case 'diagnostic':
        return [one.id === undefined ? one : { ...one, id: named(one.id) }];
      default:
        return [one];
    }
  });
}

/** Complaints about parts whose plan, quarantine, lane, suite commit or versions differ from the first part's. */
function mismatches(parts: readonly RunRecord[]): string[] {
  return [
    ...parts.filter((part) => planOf(part) === undefined).map((part) => `${nameOf(part)} has no plan`),
    ...differing(
      parts,
      (part) => planOf(part)?.hash,
      (one, other) => `${one} is of another plan than ${other}`,
    ),
    ...differing(
      parts,
      ({ header }) => header.suiteCommit ?? 'none',
      (one, other, is, was) => `${one} is of commit ${is}, and ${other} of ${was}`,
    ),
    ...differing(
      parts,
      ({ header }) => header.lane,
      (one, other, is, was) => `${one} ran in lane ${is}, and ${other} in ${was}`,
    ),
    ...differing(
      parts,
      (part) => JSON.stringify(policyOf(part)?.quarantine ?? []),
      (one, other) => `${one} was run under another quarantine than ${other}`,
    ),
    ...differing(
      parts,
      (part) => targetOf(part)?.version ?? undefined,
      (one, other, is, was) => `${one} ran against version ${is} of the target, and ${other} against ${was}`,
    ),
    ...differing(
      parts,
      (part) => targetOf(part)?.contractVersion ?? undefined,
      (one, other, is, was) =>
        `${one} ran against version ${is} of the contract, and ${other} against ${was}`,
    ),
  ];
}

/** A complaint about each part whose value differs from the first known one. */
function differing(
  parts: readonly RunRecord[],
  valueOf: (part: RunRecord) => string | undefined,
  complaint: (one: string, other: string, is: string, was: string) => string,
): string[] {
  const known = parts.flatMap((part) => {
    const value = valueOf(part);
    return value === undefined ? [] : [{ name: nameOf(part), value }];
  });
  const [first] = known;
  if (first === undefined) return [];
  return known
    .filter(({ value }) => value !== first.value)
    .map(({ name, value }) => complaint(name, first.name, value, first.value));
}

/** Complaints about missing, surplus and duplicate parts. */
function wrongParts(parts: readonly RunRecord[]): string[] {
  const of = Math.max(1, ...parts.map(({ header }) => header.shard?.of ?? 1));
  const wanted = Array.from({ length: of }, (_, index) => index + 1);
  const there = parts.map(({ header }) => header.shard?.index ?? 1);
  return [
    ...wanted.filter((one) => !there.includes(one)).map((one) => `part ${one}/${of} is missing`),
    ...wanted
      .filter((one) => there.indexOf(one) !== there.lastIndexOf(one))
      .map((one) => `part ${one}/${of} occurs more than once`),
    ...parts
      .filter(({ header }) => (header.shard?.of ?? 1) !== of)
      .map((part) => `${nameOf(part)} is of another split than the ${of} parts of the others`),
  ];
}

/** Complaints about tests assigned to several parts; tests that other areas require may be in any part. */
function wrongAssignments(parts: readonly RunRecord[]): string[] {
  const ids = parts.flatMap((part) => {
    const plan = planOf(part);
    const dependencies = new Set(plan?.tests.filter((one) => one.dependency).map(({ id }) => id));
    return plan?.assigned.filter((id) => !dependencies.has(id)) ?? [];
  });
  const twice = [...Map.groupBy(ids, (id) => id)].filter(([, { length }]) => length > 1).map(([id]) => id);
  return twice.map((id) => `${id} is assigned to more than one part`);
}
