import { type PlannedTest, testOf } from '@uat/record';
import { expectedSeconds, type PastRuns } from '../order/past-runs.ts';

/** How often a new or changed test runs, and why. */
export interface Repetition {
  id: string;
  times: number;
  reason: string;
}

/** The burn-in of new and changed tests. */
export interface BurnIn {
  /** Tests that run more than once. */
  tests: Repetition[];
  /** Areas in which nothing is repeated, with the reason. */
  off: { area: string; reason: string }[];
}

/** Runs of a new or changed test by its duration, the shortest first. */
const steps = [
  { upTo: 5, times: 10 },
  { upTo: 10, times: 5 },
  { upTo: 30, times: 3 },
  { upTo: 300, times: 2 },
] as const;
/** Share of an area's tests that may be new or changed; beyond it, repeating them would cost more than the suite. */
const largestShare = 0.3;

/**
 * New and changed tests run 10, 5, 3 or 2 times when they take up to 5 s, 10 s, 30 s or 5 min, so that a flaky one shows
 * before it lands; longer ones run once. The steps and the limit of 30 % are those of Datadog's Early Flake Detection,
 * which reports that up to 75 % of flaky tests show at their introduction. A test without a past is taken
 * to last as long as the median of its capability, else of all.
 *
 * @param tests All tests of the areas, whatever the selection.
 * @param past See `pastRuns`.
 * @param changed Changed tests, by id, with the reason.
 */
export function repetitions(
  tests: readonly Pick<PlannedTest, 'id' | 'area' | 'capability'>[],
  past: ReadonlyMap<string, PastRuns>,
  changed: ReadonlyMap<string, string> = new Map(),
): BurnIn {
  const burnIn: BurnIn = { tests: [], off: [] };
  const capabilities = new Map(
    tests.map(({ id, area, capability }) => [testOf(id), `${area}/${capability}`]),
  );
  const secondsOf = expectedSeconds(past, (test) => capabilities.get(test));
  for (const [area, inArea] of Map.groupBy(tests, (test) => test.area)) {
    const candidates = inArea.flatMap((test) => {
      const why = whyRepeated(test.id, past, changed);
      return why === undefined ? [] : [{ ...test, why }];
    });
    if (candidates.length > largestShare * inArea.length) {
      const share = Math.round((100 * candidates.length) / inArea.length);
      burnIn.off.push({ area, reason: `${share} % of its tests are new or changed, more than 30 %` });
      continue;
    }
    for (const { id, why } of candidates) {
      const seconds = secondsOf(id);
      const times = steps.find(({ upTo }) => seconds <= upTo)?.times;
      if (times === undefined) continue;
      burnIn.tests.push({ id, times, reason: `${why}, takes about ${Math.round(seconds * 10) / 10} s` });
    }
  }
  return burnIn;
}

function whyRepeated(
  id: string,
  past: ReadonlyMap<string, PastRuns>,
  changed: ReadonlyMap<string, string>,
): string | undefined {
  if (!past.has(testOf(id))) return 'new';
  return changed.get(id) ?? changed.get(testOf(id));
}
