import { outcomesOf, type RunState, type Verdict } from '@uat/record';
import type { HistoryResult } from './history-result.ts';
import type { HistoryRun } from './history-run.ts';

/** A run with the results of its tests, as the history stores them. */
export interface HistoryRows {
  run: HistoryRun;
  results: HistoryResult[];
}

/** What the history stores of a run. */
export function historyRows(state: RunState, verdict: Verdict): HistoryRows {
  const { runId, startedAt, lane, suiteCommit: commit, kind, exitCode, seconds, areas, counts } = verdict;
  const { name: target, version, contractVersion } = verdict.target;
  const causes = new Map(
    [...verdict.failures, ...verdict.flaky].map((failure) => [failure.id, failure.cause]),
  );
  const outcomes = outcomesOf(state);
  const results = state.assigned.flatMap(({ id, title }): HistoryResult[] => {
    const outcome = outcomes.get(id);
    if (outcome === undefined) return [];
    const attempts = state.attempts.get(id) ?? [];
    const error = outcome.failures.at(-1)?.error;
    const cause = causes.get(id);
    const detail = error?.message ?? outcome.reason;
    return [
      {
        ...{ test: id, title, runId, startedAt, commit, target, version, lane },
        ...{ outcome: outcome.kind, attempts: attempts.length },
        seconds: Math.round(attempts.reduce((sum, { ms }) => sum + ms, 0)) / 1_000,
        ...(cause === undefined ? {} : { cause }),
        ...(error === undefined ? {} : { fingerprint: error.fingerprint }),
        ...(detail === undefined ? {} : { detail }),
      },
    ];
  });
  return {
    run: {
      ...{ runId, startedAt, endedAt: state.ended?.at ?? null, lane, target, version, contractVersion },
      ...{ commit, kind, exitCode, seconds, areas, counts, planHash: state.planHash ?? null },
      ...{ full: isFull(state), source: 'uat' },
    },
    results,
  };
}

/** Whether a run had every test of every area to account for. */
function isFull({ areaTitles, planned, assigned }: RunState): boolean {
  const selected = new Set(planned.filter(({ dependency }) => !dependency).map(({ area }) => area));
  const areas = Object.keys(areaTitles);
  return areas.length > 0 && areas.every((area) => selected.has(area)) && assigned.length === planned.length;
}
