import type { QuarantineEntry } from '@uat/config';
import type { RunState } from '../fold.ts';
import type { PlannedTest } from '../planned-test.ts';
import type { Attempt } from '../schema.ts';
import type { FoundSymptoms } from '../symptoms/found-symptoms.ts';
import { rerunCommand } from '../rerun-command.ts';
import type { WeighedFailure } from './apply-quarantine.ts';
import { testCounts } from './counts.ts';
import { type FailureCause, isOfThisMachine, isRedeployed } from './failure-cause.ts';
import type { Outcome } from './outcomes.ts';
import { starvedSentences } from './starved-sentences.ts';
import type { Counts, Verdict, VerdictFailure, VerdictKind } from './verdict-schema.ts';
import { testError } from './witness/test-error.ts';

const exitCodes = { pass: 0, regression: 1, configuration: 2, infrastructure: 3, empty: 4 } as const;

/**
 * The verdict on a run, from the outcomes of its tests and its classified failures. An assigned test without a result
 * counts as `notRun`; a run with such a test, or without a final event, is at best infrastructure, so that nothing that
 * was lost can be green.
 */
export function verdictOf(
  state: RunState,
  outcomes: ReadonlyMap<string, Outcome>,
  classified: readonly WeighedFailure[],
  { ofRun }: Pick<FoundSymptoms, 'ofRun'>,
): Verdict {
  const { header, assigned, target, diagnostics, stopped } = state;
  const selected = assigned.filter(({ dependency }) => !dependency);
  const failures = classified.filter((one) => one.class !== 'flaky');
  const flaky = classified.filter((one) => one.class === 'flaky');
  const excused = failures.flatMap(({ test, quarantine }) => (quarantine === undefined ? [] : [test.id]));
  const counts: Counts = {
    ...testCounts(selected, outcomes, new Set(excused)),
    dependency: assigned.length - selected.length,
  };
  const lost = lostParts(state, failures);
  const beyondFlakeBudget = flakeComplaint(state, flaky, counts);
  const trouble = [
    ...diagnostics.map(({ message }) => message),
    ...starvedSentences(state, outcomes),
    ...lost,
    ...whyNotRun(selected, outcomes),
    ...leftOut(state),
    ...emptyShard(state),
    ...failures.flatMap((one) => [
      ...(one.expired === undefined ? [] : [endOfQuarantine(one.expired)]),
      ...(one.void === undefined ? [] : [voidQuarantine(one.void)]),
    ]),
    ...beyondFlakeBudget,
    ...[...state.probes.values()].filter(({ state: is }) => is === 'down').map(({ detail }) => detail),
    ...redeployments(state),
  ];
  const isIncomplete = lost.length > 0 || leftOut(state).length > 0;
  const kind = kindOf(state, failures, { counts, isIncomplete, isTooFlaky: beyondFlakeBudget.length > 0 });
  const signal = stopped?.by === 'signal' ? stopped.signal : undefined;
  const faults = target?.faults ?? [];
  return {
    schemaVersion: 2,
    kind,
    exitCode: kind === 'interrupted' ? (signal === 'SIGTERM' ? 143 : 130) : exitCodes[kind],
    runId: header.runId,
    startedAt: header.startedAt,
    // The clock may be set back while the tests run.
    seconds: Math.max(0, seconds(header.startedAt, lastMoment(state))),
    target: {
      name: target?.name ?? nameIn(header.request.target ?? 'embedded'),
      url: target?.url ?? null,
      version: target?.version ?? null,
      contractVersion: target?.contractVersion ?? null,
      ...(faults.length === 0 ? {} : { faults }),
    },
    suiteCommit: header.suiteCommit,
    lane: header.lane,
    areas: header.request.areas ?? [...new Set(selected.map(({ area }) => area))],
    counts,
    failures: failures.map((failure) => verdictFailure(failure, state)),
    flaky: flaky.map((failure) => verdictFailure(failure, state)),
    notEligible: selected.flatMap(({ id }) => {
      const { requires = '', reason = '' } = state.ineligible.get(id) ?? {};
      return outcomes.get(id)?.kind === 'notEligible' ? [{ id, requires, reason }] : [];
    }),
    ...(state.excluded.length === 0 ? {} : { excluded: [...state.excluded] }),
    trouble: [...new Set(trouble)],
    labels: [...new Set(ofRun.map(({ label }) => label))],
  };
}

function kindOf(
  state: RunState,
  failures: readonly WeighedFailure[],
  { counts, isIncomplete, isTooFlaky }: { counts: Counts; isIncomplete: boolean; isTooFlaky: boolean },
): VerdictKind {
  const { stopped, diagnostics, probes, executed } = state;
  const isCausedBy = (cause: FailureCause) =>
    failures.some((failure) => failure.cause === cause && failure.quarantine === undefined);
  const had = (kind: (typeof diagnostics)[number]['kind']) => diagnostics.some((one) => one.kind === kind);
  // An error outside the tests, for example in the tear-down of a fixture, is judged like a failed test.
  const broken = diagnostics.some(
    ({ kind, id = '', message }) =>
      kind === 'error' &&
      !isOfThisMachine(message) &&
      testError(message) !== 'certain' &&
      probes.get(id)?.state === 'up',
  );
  if (stopped?.by === 'signal') return 'interrupted';
  if (isCausedBy('product') || had('regression')) return 'regression';
  if (broken && executed?.status !== 'timedout') return 'regression';
  if (isTooFlaky) return 'regression';
  if (had('configuration') || isCausedBy('configuration')) return 'configuration';
  if (had('infrastructure') || had('error') || isCausedBy('infrastructure') || isCausedBy('test'))
    return 'infrastructure';
  if (stopped?.by === 'target' || stopped?.by === 'infrastructure') return 'infrastructure';
  if (counts.notRun > 0 || counts.unknown > 0 || isIncomplete) return 'infrastructure';
  if (emptyShard(state).length > 0) return 'pass';
  return counts.passed + counts.failed + counts.flaky + counts.quarantined === 0 ? 'empty' : 'pass';
}

/**
 * A sentence when more tests passed only on a retry than the lane allows. A first attempt that failed for want of
 * anything but the product does not count.
 */
function flakeComplaint(
  { header, policy, attempts }: RunState,
  flaky: readonly WeighedFailure[],
  { passed, failed, quarantined, flaky: retried }: Counts,
): string[] {
  const judged = passed + failed + quarantined + retried;
  const counted = flaky.filter(({ cause, test }) => cause === 'product' && !test.dependency);
  const share = judged === 0 ? 0 : counted.length / judged;
  // Only the whole run has a share: a shard may hold all the flaky tests.
  if (isPart(header) || policy.flakeBudget === undefined || share <= policy.flakeBudget) return [];
  const spent = counted.flatMap(({ test }) => attempts.get(test.id)?.slice(1) ?? []);
  const minutes = spent.reduce((sum, { ms }) => sum + ms, 0) / 60_000;
  const percent = (part: number) => `${Number((100 * part).toFixed(2))} %`;
  return [
    `${counted.length} of ${judged} tests (${percent(share)}) passed only when tried again, which took ${minutes.toFixed(1)} minutes; lane ${header.lane} allows ${percent(policy.flakeBudget)}`,
  ];
}

/** Whether a run is one of several shards: what holds for the whole run is for their merge to judge. */
const isPart = ({ shard }: RunState['header']) => shard !== undefined && shard.of > 1;

/** Severities of tests without which a run proves too little. */
const indispensable = new Set(['blocker', 'critical']);

/** A sentence when the budget left out tests without which a whole run must not be green. */
function leftOut({ header, planned, excluded }: RunState): string[] {
  if (isPart(header)) return [];
  const severities = new Map(planned.map(({ id, severity }) => [id, severity]));
  const lost = excluded.filter(
    ({ id, by }) => by === 'budget' && indispensable.has(severities.get(id) ?? ''),
  );
  if (lost.length === 0) return [];
  const tests = lost.length === 1 ? '1 test' : `${lost.length} tests`;
  return [
    `the budget left out ${tests} of severity blocker or critical: ${lost.map(({ id }) => id).join(', ')}`,
  ];
}

/** A sentence when the plan left this shard empty, which proves nothing and is no failure. */
function emptyShard({ header, planned, assigned }: RunState): string[] {
  const { shard } = header;
  if (shard === undefined || !isPart(header) || planned.length === 0 || assigned.length > 0) return [];
  return [`the plan left shard ${shard.index}/${shard.of} empty: there was nothing to run`];
}

/** The name of a target that was never opened: the host of a URL. */
const nameIn = (target: string) => (target.includes('//') ? URL.parse(target)?.host || 'unknown' : target);

/** Sentences about parts of the run that the record does not account for. */
function lostParts(
  { planned, attempts, diagnostics, stopped, executed, ended }: RunState,
  failures: readonly WeighedFailure[],
): string[] {
  // Playwright does not know of the retries that are made after it has ended.
  const isDecidedLater = [...attempts.values()].flat().some(({ alone }) => alone === true);
  // A failure in quarantine explains a failed run, but neither a timeout nor an interruption of all of it.
  const explaining = failures.filter(
    ({ quarantine }) => quarantine === undefined || executed?.status === 'failed',
  );
  const isExplained =
    stopped !== undefined || diagnostics.length > 0 || explaining.length > 0 || isDecidedLater;
  return [
    ...(planned.length === 0 && attempts.size > 0 ? ['the plan of the run was lost'] : []),
    ...(ended === undefined ? ['the record has no end: the run was cut off, or is still in progress'] : []),
    ...(executed !== undefined && executed.status !== 'passed' && !isExplained
      ? [`Playwright ended as ${executed.status}, and no test says why`]
      : []),
  ];
}

/** The reasons why tests did not run, one sentence each. */
function whyNotRun(selected: readonly PlannedTest[], outcomes: ReadonlyMap<string, Outcome>): string[] {
  const reasons = selected.flatMap(({ id }) => {
    const { kind, reason = '' } = outcomes.get(id) ?? {};
    if (kind === 'notRun') return [`did not run: ${reason}`];
    return kind === 'unknown' ? [`ended in an unknown way: ${reason}`] : [];
  });
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, { length }]) =>
    length === 1 ? `1 test ${reason}` : `${length} tests ${reason}`,
  );
}

/** A sentence for each other version of the target that answered a probe. */
function redeployments({ probes, target }: RunState): string[] {
  const others = [...probes.values()].flatMap((probe) =>
    isRedeployed(probe, target) && probe.version !== undefined ? [probe.version] : [],
  );
  return [...new Set(others)].map(
    (version) =>
      `the target was redeployed: version ${version} answers, and ${target?.version} did at the start`,
  );
}

const endOfQuarantine = ({ test, ticket, expires }: QuarantineEntry) =>
  `the quarantine of ${test} (${ticket}) ended on ${expires}: the failure counts`;

const voidQuarantine = ({ test, ticket }: QuarantineEntry) =>
  `the quarantine of ${test} (${ticket}) is void, because the test failed in the run before, too: the failure counts. Mend it, or fix the product`;

function verdictFailure(failure: WeighedFailure, { header, target, history }: RunState): VerdictFailure {
  const { test, attempt, first, error, quarantine, evidence, confidence, labels } = failure;
  const { id, title, file, area, product, tickets, catches } = test;
  return {
    id,
    title,
    file,
    area,
    ...(product === undefined ? {} : { product }),
    tickets,
    catches,
    fingerprint: attempt.error?.fingerprint ?? '',
    class: failure.class,
    cause: failure.cause,
    layer: failure.layer,
    evidence,
    confidence,
    labels,
    phase: attempt.phase ?? 'test',
    error,
    rerun: rerunCommand(test, header.request),
    attachments: attempt.attachments,
    ...(history.has(id) ? { history: history.get(id)?.sentence } : {}),
    ...(quarantine === undefined ? {} : { quarantine }),
    ...(target?.readyAt === undefined ? {} : { foundAfter: seconds(target.readyAt, endOf(first)) }),
  };
}

const endOf = ({ startedAt, ms }: Attempt) => new Date(Date.parse(startedAt) + ms).toISOString();

/** Seconds between two times, rounded to a tenth. */
const seconds = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 100) / 10;

/** The time at which the run ended, or of the last known attempt. */
function lastMoment({ header, attempts, ended }: RunState): string {
  if (ended !== undefined) return ended.at;
  const ends = [...attempts.values()].flat().map(endOf);
  return [header.startedAt, ...ends].toSorted().at(-1) ?? header.startedAt;
}
