import { numberRanges } from './number-ranges.ts';
import type { Diagnostic, EventOf, RecordEvent, RunRecord } from './schema.ts';

/**
 * Merges the records of the shards of a run. Shards that are foreign, surplus or doubled are left out: what they ran
 * proves nothing about the plan. Where the rest is not the whole plan, the merged record has diagnostics, marks tests
 * without results as unknown, and gets no green verdict.
 */
export function merge(parts: readonly [RunRecord, ...RunRecord[]]): RunRecord {
  const { own, complaints } = sortedOut(parts.toSorted((a, b) => indexOf(a) - indexOf(b)));
  const [first = parts[0]] = own;
  const { shard: _shard, ...whole } = first.header;
  const plan = own.map(planOf).find((one) => one !== undefined);
  const events: RecordEvent[] = [
    ...own.flatMap((part) => policyOf(part) ?? []).slice(0, 1),
    ...(plan === undefined ? [] : [wholePlan(plan, own)]),
    ...own.flatMap((part) => eventsOf(part, plan)),
    ...[...complaints, ...mismatches(own), ...wrongAssignments(own)].map((message): Diagnostic => ({
      ...{ event: 'diagnostic', kind: 'infrastructure', message },
    })),
    ...endOf(own),
  ];
  const startedAt = own.map(({ header }) => header.startedAt).toSorted()[0] ?? whole.startedAt;
  const areas = [...new Set(own.flatMap(({ header }) => header.request.areas ?? []))];
  const request = areas.length === 0 ? whole.request : { ...whole.request, areas };
  return { header: { ...whole, request, startedAt }, events };
}

const indexOf = ({ header }: RunRecord) => header.shard?.index ?? 1;
const widthOf = ({ header }: RunRecord) => header.shard?.of ?? 1;

const nameOf = ({ header }: RunRecord) =>
  header.shard === undefined ? header.runId : `shard ${header.shard.index}/${header.shard.of}`;

const planOf = ({ events }: RunRecord) =>
  events.findLast((one): one is EventOf<'planned'> => one.event === 'planned');

const hashOf = (part: RunRecord) => part.header.planHash ?? planOf(part)?.hash;

const policyOf = ({ events }: RunRecord) =>
  events.findLast((one): one is EventOf<'policy'> => one.event === 'policy');

const targetOf = ({ events }: RunRecord) =>
  events.findLast((one): one is EventOf<'target'> => one.event === 'target' && one.readyAt !== undefined);

/**
 * The shards of the plan that most records are of, and complaints about all others and those that are not there. A
 * doubled shard is left out in all its records: which of them counts is not known.
 */
function sortedOut(parts: readonly RunRecord[]): { own: RunRecord[]; complaints: string[] } {
  const plan = commonest(parts.flatMap((part) => hashOf(part) ?? []));
  const [kin, foreign] = partition(parts, (part) => plan === undefined || (hashOf(part) ?? plan) === plan);
  const width = commonest(kin.map(widthOf)) ?? 1;
  const [within, surplus] = partition(kin, (part) => widthOf(part) === width && indexOf(part) <= width);
  const byIndex = Map.groupBy(within, indexOf);
  const doubled = [...byIndex].filter(([, { length }]) => length > 1);
  const missing = Array.from({ length: width }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  const [isOrAre, plural] = missing.length === 1 ? ['is', ''] : ['are', 's'];
  return {
    own: within.filter((part) => byIndex.get(indexOf(part))?.length === 1),
    complaints: [
      ...foreign.map(
        (part) =>
          `${nameOf(part)} is foreign: it is of plan ${hashOf(part)}, and the others of plan ${plan}; the plans are mixed`,
      ),
      ...surplus.map((part) => `${nameOf(part)} is surplus: the plan has ${width} shards`),
      ...doubled.map(
        ([index, { length }]) => `shard ${index}/${width} is doubled: ${length} records of it came`,
      ),
      ...(missing.length === 0
        ? []
        : [`shard${plural} ${numberRanges(missing)}/${width} ${isOrAre} missing`]),
    ],
  };
}

/** The commonest value, the first of several. */
function commonest<Value>(values: readonly Value[]): Value | undefined {
  const groups = [...Map.groupBy(values, (value) => value)];
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

function partition<Item>(items: readonly Item[], isIn: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isIn), items.filter((item) => !isIn(item))];
}

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
  const excluded = new Set(plan.excluded?.map(({ id }) => id));
  const assigned = plan.tests.map(({ id }) => id).filter((id) => !excluded.has(id));
  const unknown = assigned.filter((id) => !known.has(id));
  return { ...plan, assigned, ...(unknown.length === 0 ? {} : { unknown }) };
}

/** The events of one part. Ids that are unique only within it, such as those of diagnostics, get a prefix. */
function eventsOf(part: RunRecord, plan: EventOf<'planned'> | undefined): RecordEvent[] {
  const shard = part.header.shard?.index ?? 0;
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

/** Complaints about parts without a plan, or whose quarantine, lane, suite commit or versions differ from the first's. */
function mismatches(parts: readonly RunRecord[]): string[] {
  return [
    ...parts.filter((part) => planOf(part) === undefined).map((part) => `${nameOf(part)} has no plan`),
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

/** Complaints about tests assigned to several parts; tests that other areas require may be in any part. */
function wrongAssignments(parts: readonly RunRecord[]): string[] {
  const ids = parts.flatMap((part) => {
    const plan = planOf(part);
    const common = new Set(
      plan?.tests.filter((one) => one.dependency || one.shared === true).map(({ id }) => id),
    );
    return plan?.assigned.filter((id) => !common.has(id)) ?? [];
  });
  const twice = [...Map.groupBy(ids, (id) => id)].filter(([, { length }]) => length > 1).map(([id]) => id);
  return twice.map((id) => `${id} is assigned to more than one shard`);
}
