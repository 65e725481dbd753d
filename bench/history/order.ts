import { apfd } from '@uat/efficacy';
import { afterResult, type PastRuns, waves } from '@uat/plan';
import type { Figure } from '../figure.ts';
import type { MadeHistory } from './made-history.ts';
import { quantile } from './quantile.ts';

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** APFD of runs with faults, in waves, against the order of files. */
export function order(histories: readonly MadeHistory[]): Figure[] {
  const measured = histories.flatMap(apfds);
  const onlyNew = measured.filter(({ isNew }) => isNew);
  const text = (runs: typeof measured) =>
    `${mean(runs.map((run) => run.waves)).toFixed(3)} (file order ${mean(runs.map((run) => run.files)).toFixed(3)})`;
  return [
    {
      what: 'APFD with history, runs with a fault, new or known',
      against: `file order; within a wave the order is that of files, as in Playwright; with the order within waves too: ${mean(measured.map((run) => run.ideal)).toFixed(3)}`,
      figure: `${text(measured)}, 10 % quantile ${quantile(
        measured.map((run) => run.waves),
        0.1,
      ).toFixed(3)}`,
      aim: '≥ 0.95',
    },
    {
      what: 'the same, runs in which a fault is new',
      against: `file order; ${onlyNew.length} of ${measured.length} runs`,
      figure: text(onlyNew),
      aim: '–',
    },
  ];
}

function apfds({ results, changes, runs, tests, map }: MadeHistory) {
  const position = new Map(tests.map((id, index) => [id, index]));
  const inFileOrder = (ids: readonly string[]) =>
    ids.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  const resultsOf = Map.groupBy(results, ({ runId }) => runId);
  const past = new Map<string, PastRuns>();
  return runs.flatMap(({ runId, startedAt, faults }, index) => {
    const changed = new Map(
      (changes[index]?.paths ?? []).flatMap((path) =>
        (map.get(path) ?? []).map((id): [string, string] => [id, `${path} changed`]),
      ),
    );
    const detectedBy = faults.map(({ breaks }) => breaks);
    // The first runs have no history.
    const measured =
      faults.length === 0 || index < 50
        ? []
        : [
            waves(
              tests.map((id) => ({ id })),
              past,
              { changed, now: new Date(startedAt) },
            ),
          ].map((all) => {
            const inWaves = all.map((wave) => wave.tests.map(({ id }) => id));
            return {
              isNew: faults.some((fault) => fault.isNew),
              waves: apfd({ order: inWaves.flatMap(inFileOrder), detectedBy }) ?? 0,
              ideal: apfd({ order: inWaves.flat(), detectedBy }) ?? 0,
              files: apfd({ order: tests, detectedBy }) ?? 0,
            };
          });
    for (const result of resultsOf.get(runId) ?? []) {
      const next = afterResult(past.get(result.test), result);
      if (next !== undefined) past.set(result.test, next);
    }
    return measured;
  });
}
