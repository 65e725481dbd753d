import { byTest, qualifications, suspectedIncidents } from '@uat/history';
import type { Figure } from '../figure.ts';
import { type MadeHistory, parameters } from './made-history.ts';

/** Days between two judgements, and runs that a window of 14 days holds. */
const everyDays = 7;
const windowRuns = 14 * parameters.runsPerDay;

/**
 * Precision and recall of the class `flaky`, judged once a week on the 28 days before. A test is truly flaky when its
 * attempts failed by themselves, at 2 % or more, in at least half of the runs of the last 14 days; where it did so in
 * fewer, either judgement is right, and it is left out.
 */
export function flakyTests(histories: readonly MadeHistory[]): Figure[] {
  const counts = { hit: 0, wrong: 0, missed: 0, undecided: 0, broken: 0 };
  const recall = new Map<string, { hit: number; all: number }>();
  for (const history of histories) {
    const incidents = suspectedIncidents(history.results);
    const results = byTest(history.results);
    for (let day = 28; day <= parameters.days; day += everyDays) {
      const end = day * parameters.runsPerDay;
      const now = new Date(history.runs[end - 1]?.startedAt ?? '');
      for (const [test, all] of results) {
        const found = new Set(qualifications(all, { now, incidents }).map((one) => one.class));
        const flake = history.flaky.get(test);
        const active = flakyShare(flake, end - windowRuns, end);
        const isFound = found.has('flaky');
        if (active < 0.5 && flakyShare(flake, end - 2 * windowRuns, end) > 0) counts.undecided += 1;
        else if (active === 0) counts.wrong += Number(isFound);
        else {
          counts[isFound ? 'hit' : 'missed'] += 1;
          if (found.has('consistently-failing')) counts.broken += 1;
          const band = (flake?.rate ?? 0) < 0.05 ? '2–5 %' : (flake?.rate ?? 0) < 0.15 ? '5–15 %' : '15–40 %';
          const inBand = recall.get(band) ?? { hit: 0, all: 0 };
          recall.set(band, { hit: inBand.hit + Number(isFound), all: inBand.all + 1 });
        }
      }
    }
  }
  const { hit, wrong, missed, undecided, broken } = counts;
  const bands = [...recall]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([band, one]) => `${band}: ${(one.hit / one.all).toFixed(3)}`);
  return [
    {
      what: 'flaky tests, precision',
      against: `episodes as in Kibana Scout; judged weekly, ${hit + missed} times flaky, ${undecided} undecided`,
      figure: (hit / (hit + wrong)).toFixed(3),
      aim: '≥ 0.98',
    },
    {
      what: 'flaky tests, recall',
      against: `by rate: ${bands.join(', ')}; ${broken} were in a row of failures, so consistently failing`,
      figure: (hit / (hit + missed)).toFixed(3),
      aim: '≥ 0.95',
    },
  ];
}

/** Share of the runs [from, to) in which a test is flaky. */
const flakyShare = (flake: { from: number; to: number } | undefined, from: number, to: number) =>
  flake === undefined ? 0 : Math.max(0, Math.min(to, flake.to) - Math.max(from, flake.from)) / (to - from);
