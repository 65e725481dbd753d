import type { TestResult } from '../test-result.ts';
import { inContexts, runVerdicts, type RunVerdict } from './run-verdicts.ts';

export type QualificationReason =
  /** At least 2 episodes in 14 days. */
  | 'separate-episodes'
  /** At least 2 runs in 14 days in which the test passed on retry. */
  | 'repeated-retry-recovery'
  /** The last 2 runs failed for good. */
  | 'consecutive-terminal-failures'
  /** At least 3 episodes that began on at least 3 days of the last 28. */
  | 'historical-recurrence';

/** A test that fails again and again in one context. */
export interface Qualification {
  lane: string;
  target: string;
  class: 'flaky' | 'consistently-failing';
  reasons: QualificationReason[];
  /** Days of the window that the counts below cover. */
  days: number;
  runs: number;
  /** Runs with a failed attempt. */
  failedRuns: number;
  /** Stretches of failed runs, each ended by a clean one. */
  episodes: number;
  /** Days from the first of these failures to the last, at least 1. */
  spanDays: number;
  /** Failed runs in the window that are suspected incidents, and so no evidence of flakiness. */
  incidentRuns: number;
}

const day = 86_400_000;
const recentDays = 14;
const historicalDays = 28;
/** Runs of the recent window: no more than these, however many there are in a day. */
const mostRuns = 200;
/** Consecutive failures from which a stretch without a recovery is a broken test, not a flaky one; see `consistentFailure`. */
const brokenFrom = 2;

/**
 * The contexts in which a test is flaky or consistently failing, those with the most failed runs first.
 *
 * The model is Kibana Scout's (kbn-scout-reporting, `flaky_tests/qualification.ts`): one verdict per run in one context,
 * and episodes, which a clean run separates. Two things differ, both for precision: no evidence of flakiness are the
 * failures of suspected incidents, and stretches of 2 or more failures without a recovery (something was broken, and
 * repaired).
 * @param results Of one test.
 * @param options.now End of the windows of 14 and 28 days.
 * @param options.incidents See `suspectedIncidents`.
 */
export function qualifications(
  results: readonly TestResult[],
  { now, incidents = new Map() }: { now: Date; incidents?: ReadonlyMap<string, number> },
): Qualification[] {
  return inContexts(runVerdicts(results))
    .flatMap((verdicts) => qualificationOf(verdicts, now.getTime(), incidents) ?? [])
    .toSorted((a, b) => b.failedRuns - a.failedRuns);
}

/** The qualification of a test by its verdicts in one context, oldest first; `undefined` when nothing recurs. */
function qualificationOf(
  verdicts: readonly RunVerdict[],
  now: number,
  incidents: ReadonlyMap<string, number>,
): Qualification | undefined {
  const within = (days: number) =>
    verdicts.filter(({ startedAt }) => {
      const age = now - Date.parse(startedAt);
      return age >= 0 && age <= days * day;
    });
  const historical = within(historicalDays);
  const recent = within(recentDays).slice(-mostRuns);
  const reported = (window: readonly RunVerdict[], days: number) => {
    const evidence = withoutBreaks(window.filter(({ runId }) => !incidents.has(runId)));
    return { window, days, evidence, episodes: episodesIn(evidence) };
  };
  const [long, short] = [reported(historical, historicalDays), reported(recent, recentDays)];

  const trailing = recent.length - 1 - recent.findLastIndex(({ outcome }) => outcome !== 'failed');
  if (trailing >= 2)
    return summary({ ...short, evidence: recent, episodes: episodesIn(recent) }, incidents, {
      class: 'consistently-failing',
      reasons: ['consecutive-terminal-failures'],
    });

  const recoveries = short.evidence.filter(({ outcome }) => outcome === 'flaky').length;
  const days = new Set(long.episodes.map(([first]) => first?.startedAt.slice(0, 10)));
  const reasons: QualificationReason[] = [
    ...(short.episodes.length >= 2 ? ['separate-episodes' as const] : []),
    ...(recoveries >= 2 ? ['repeated-retry-recovery' as const] : []),
    ...(long.episodes.length >= 3 && days.size >= 3 ? ['historical-recurrence' as const] : []),
  ];
  if (reasons.length === 0) return undefined;
  const onlyHistorical = reasons.every((reason) => reason === 'historical-recurrence');
  return summary(onlyHistorical ? long : short, incidents, { class: 'flaky', reasons });
}

interface ReportedWindow {
  window: readonly RunVerdict[];
  days: number;
  evidence: readonly RunVerdict[];
  episodes: readonly (readonly RunVerdict[])[];
}

function summary(
  { window, days, evidence, episodes }: ReportedWindow,
  incidents: ReadonlyMap<string, number>,
  found: Pick<Qualification, 'class' | 'reasons'>,
): Qualification | undefined {
  const [first] = window;
  if (first === undefined) return undefined;
  const failures = episodes.flat();
  const times = failures.map(({ startedAt }) => Date.parse(startedAt));
  return {
    lane: first.lane,
    target: first.target,
    ...found,
    days,
    runs: evidence.length,
    failedRuns: failures.length,
    episodes: episodes.length,
    spanDays: Math.max(1, Math.ceil((Math.max(...times) - Math.min(...times)) / day)),
    incidentRuns: window.filter(({ runId, outcome }) => outcome !== 'passed' && incidents.has(runId)).length,
  };
}

/** Stretches of failed runs, on retry or for good, which a clean run separates. */
export function episodesIn(verdicts: readonly RunVerdict[]): RunVerdict[][] {
  const episodes: RunVerdict[][] = [];
  let current: RunVerdict[] | undefined;
  for (const verdict of verdicts) {
    if (verdict.outcome === 'passed') {
      current = undefined;
    } else if (current === undefined) {
      current = [verdict];
      episodes.push(current);
    } else {
      current.push(verdict);
    }
  }
  return episodes;
}

/** The verdicts without stretches of 2 or more failures in which no retry passed. */
function withoutBreaks(verdicts: readonly RunVerdict[]): RunVerdict[] {
  const broken = new Set(
    episodesIn(verdicts)
      .filter(
        (episode) => episode.length >= brokenFrom && episode.every(({ outcome }) => outcome === 'failed'),
      )
      .flat(),
  );
  return verdicts.filter((verdict) => !broken.has(verdict));
}
