import fc from 'fast-check';
import type { HistoryResult } from '../store/history-result.ts';
import type { HistoryRows } from '../store/history-rows.ts';
import type { HistoryRun } from '../store/history-run.ts';

const start = Date.parse('2026-11-22T18:31:07.120Z');

/** A run for the history, some minutes after the first. */
export function rows(
  minutes: number,
  outcomes: Record<string, HistoryResult['outcome']> = {},
  change: Partial<HistoryRun> = {},
): HistoryRows {
  const run: HistoryRun = {
    runId: `run-${minutes}`,
    startedAt: new Date(start + minutes * 60_000).toISOString(),
    endedAt: null,
    ...{ lane: 'local', target: 'embedded', version: '1.2.0', contractVersion: '1.2.0' },
    ...{ commit: '83e2d5b', kind: 'pass', exitCode: 0, seconds: 41.8, areas: ['authnz'] },
    counts: {
      ...{ discovered: 1, passed: 1, failed: 0, flaky: 0, skipped: 0, notEligible: 0, notRun: 0 },
      ...{ quarantined: 0, unknown: 0, dependency: 0 },
    },
    ...{ planHash: 'f00d', full: false, source: 'uat' },
    ...change,
  };
  const { runId, startedAt, commit, target, version, lane } = run;
  const results = Object.entries(outcomes).map(([test, outcome]): HistoryResult => ({
    ...{ test, title: test.split('#')[1]?.replaceAll('-', ' ') ?? test },
    ...{ runId, startedAt, commit, target, version, lane, outcome, attempts: 1, seconds: 0.5 },
    ...(outcome === 'failed' ? { cause: 'product', fingerprint: 'beef', detail: 'got 200' } : {}),
  }));
  return { run, results };
}

/** Some runs, each with an id of its own. */
export const anyRuns: fc.Arbitrary<HistoryRows[]> = fc
  .uniqueArray(fc.nat({ max: 5_000 }), { maxLength: 8 })
  .chain((minutes) =>
    fc.tuple(
      ...minutes.map((minute) =>
        fc
          .record({
            outcomes: fc.dictionary(
              fc.constantFrom('authnz/a#one', 'authnz/a#one~2', 'authnz/a#old', 'installers/b#two@acme-deb'),
              fc.constantFrom('passed', 'failed', 'flaky', 'skipped', 'notEligible', 'notRun', 'unknown'),
            ),
            lane: fc.constantFrom('local', 'cd', 'nightly'),
            target: fc.string({ unit: 'binary', maxLength: 6 }),
            version: fc.option(fc.string({ maxLength: 6 })),
            full: fc.boolean(),
          })
          .map(({ outcomes, ...change }) => rows(minute, outcomes, change)),
      ),
    ),
  );
