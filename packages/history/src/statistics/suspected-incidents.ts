import { testOf } from '@uat/record';
import type { TestResult } from '../test-result.ts';
import { isEvidence } from './run-verdicts.ts';

/** Failing tests from which a run is a suspected incident. */
const fewestFailures = 10;
/** Multiple of the usual number of failing tests. */
const timesTheUsual = 3;

/**
 * Runs in which so many tests failed, on retry or for good, that their common cause is probably not in the tests: the
 * number of failing tests by the run's id.
 *
 * From 10 failing tests, as in Kibana Scout (`incidentFailures`), and 3 times the median of the other runs in the same
 * lane on the same target: in a large suite, the usual flakes are no incident.
 * @param results Of all tests.
 */
export function suspectedIncidents(results: readonly TestResult[]): ReadonlyMap<string, number> {
  const contexts = Map.groupBy(results.filter(isEvidence), ({ lane, target }) =>
    JSON.stringify([lane, target]),
  );
  const incidents = new Map<string, number>();
  for (const context of contexts.values()) {
    const runs = [...Map.groupBy(context, ({ runId }) => runId)].map(([runId, rows]) => ({
      runId,
      failing: new Set(rows.filter(({ outcome }) => outcome !== 'passed').map(({ test }) => testOf(test)))
        .size,
    }));
    const sorted = runs.map(({ failing }) => failing).toSorted((a, b) => a - b);
    for (const { runId, failing } of runs) {
      if (failing < fewestFailures) continue;
      if (failing >= timesTheUsual * medianWithout(sorted, failing))
        incidents.set(runId, Math.max(failing, incidents.get(runId) ?? 0));
    }
  }
  return incidents;
}

/** The lower median of sorted numbers after removing one of them; 0 when nothing is left. */
function medianWithout(sorted: readonly number[], removed: number): number {
  const others = sorted.toSpliced(sorted.indexOf(removed), 1);
  return others[Math.floor((others.length - 1) / 2)] ?? 0;
}
