import { selectByWaves, simulateSelection } from '@uat/plan';
import type { Figure } from '../figure.ts';
import type { MadeHistory } from './made-history.ts';

/** Of the time, for the selection: below a third, since what failed lately or is affected runs whatever it costs. */
const share = 0.3;

/** Runs from which the selection is learnt before it is judged, as Develocity asks for 50. */
const learntRuns = 50;

/** Failures and faulty changes that a selection finds, replayed on made histories. */
export function selection(histories: readonly MadeHistory[]): Figure[] {
  const sum = {
    all: 0,
    selected: 0,
    failures: 0,
    missed: 0,
    flaky: 0,
    missedFlaky: 0,
    faulty: 0,
    missedFaulty: 0,
    missedElsewhere: 0,
  };
  for (const { results, changes, map, runs } of histories) {
    const report = simulateSelection(
      results,
      changes.slice(learntRuns),
      selectByWaves({
        affected: (paths) =>
          new Map(
            paths.flatMap((path) =>
              (map.get(path) ?? []).map((id): [string, string] => [id, `${path} changed`]),
            ),
          ),
        share,
      }),
    );
    const broken = new Map(
      runs.map(({ runId, faults }) => [runId, new Set(faults.flatMap(({ breaks }) => breaks))]),
    );
    const inFault = broken
      .values()
      .drop(learntRuns)
      .reduce((count, tests) => count + tests.size, 0);
    const missed = report.failures.missed.filter(({ runId, test }) => broken.get(runId)?.has(test));
    sum.all += report.seconds.all;
    sum.selected += report.seconds.selected;
    sum.failures += inFault;
    sum.missed += missed.length;
    sum.flaky += report.failures.all - inFault;
    sum.missedFlaky += report.failures.missed.length - missed.length;
    sum.faulty += report.faultyChanges.all;
    sum.missedFaulty += report.faultyChanges.missed.length;
    const elsewhere = new Set(
      runs
        .filter(({ faults }) => faults.some((fault) => fault.isNew && fault.isElsewhere))
        .map(({ runId }) => runId),
    );
    sum.missedElsewhere += report.faultyChanges.missed.filter((runId) => elsewhere.has(runId)).length;
  }
  const time = `${((100 * sum.selected) / sum.all).toFixed(1)} % of the time`;
  const percent = (missed: number, all: number) => `${(100 * (1 - missed / all)).toFixed(2)} %`;
  return [
    {
      what: 'selection, failures of broken tests found',
      against: `Meta: > 95 % at < 33 % of the tests; flakes, noise and incidents apart (${percent(sum.missedFlaky, sum.flaky)} of ${sum.flaky})`,
      figure: `${percent(sum.missed, sum.failures)} of ${sum.failures} at ${time}`,
      aim: '≥ 97 % at ≤ 33 %',
    },
    {
      what: 'selection, faulty changes found',
      against: `Meta: > 99.9 %; found when a test that the change broke is selected; of the missed, ${sum.missedElsewhere} broke tests unrelated to the changed paths, the others through dependencies that the map of paths does not know; the run of the remaining tests finds them`,
      figure: `${sum.faulty - sum.missedFaulty} of ${sum.faulty} at ${time}`,
      aim: 'all',
    },
  ];
}
