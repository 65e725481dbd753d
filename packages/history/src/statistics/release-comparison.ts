import type { TestResult } from '../test-result.ts';
import { type FailuresAndPasses, fisherExact } from './fisher-exact.ts';
import { runVerdicts } from './run-verdicts.ts';

/** A test on one version of the product, compared with the best of past versions. */
export interface ReleaseComparison {
  /** `missing-sample` and `missing-basis` say that nothing could be compared; neither is green. */
  status: 'worse' | 'not-worse' | 'better' | 'missing-sample' | 'missing-basis';
  /** The compared version. */
  version: string;
  sample: FailuresAndPasses;
  /** The past version with the best pass rate, where there is one. */
  basis?: FailuresAndPasses & { version: string };
  /** Probability of the difference by chance alone, where Fisher's exact test was made. */
  p?: number;
  /** The result in one sentence. */
  sentence: string;
}

/** Points by which the pass rate may fall before the drop counts. */
const pity = 5;
/** Less pity for a test that was worse before, so that it does not flip back and forth. */
const pityWhenOpen = pity - 2;
const confidence = 0.95;
const confidenceWhenOpen = 0.9;
const fewestFailures = 3;
/** Share of a newer version's runs that an older one needs, to replace it as the basis. */
const enoughRuns = 0.6;
const newTest = { passRate: 0.95, runs: 6 };

/**
 * Compares a test on a version with the past version on which it passed most often, so that no slow decline is accepted.
 * The rules are those of OpenShift's Sippy (pkg/api/componentreadiness): worse when the pass rate dropped by more than 5
 * points, with at least 3 failures, and Fisher's exact test gives 95 % confidence. A test that was worse before needs
 * only 90 % and 3 points to stay so (hysteresis). Without a past version, a test is worse when it failed at least 3 times
 * and passed in fewer than 95 % of at least 6 runs. Passed on retry counts as passed: flakes have a budget of their own.
 *
 * @param results Of one test in one lane on one target. Sippy takes 7 days of the version and 30 of past ones.
 * @param options.version The version to compare.
 * @param options.past Versions to compare with, newest first; by default those that ran before its first run.
 * @param options.open Whether the test was worse at the last comparison.
 */
export function releaseComparison(
  results: readonly TestResult[],
  { version, past, open = false }: { version: string; past?: readonly string[]; open?: boolean },
): ReleaseComparison {
  const verdicts = Map.groupBy(runVerdicts(results), (verdict) => verdict.version);
  const counts = (of: string): FailuresAndPasses => {
    const all = verdicts.get(of) ?? [];
    const failed = all.filter(({ outcome }) => outcome === 'failed').length;
    return { failed, passed: all.length - failed };
  };
  const sample = counts(version);
  const basis = bestOf(
    (past ?? versionsBefore(verdicts, version)).map((of) => ({ version: of, ...counts(of) })),
  );
  const compared = { version, sample, ...(basis === undefined ? {} : { basis }) };
  if (total(sample) === 0) {
    return { ...compared, status: 'missing-sample', sentence: `no run on ${version}: nothing to compare` };
  }
  return { ...compared, ...(basis === undefined ? withoutBasis(sample) : withBasis(sample, basis, open)) };
}

/** Past versions, by their last runs before the first run of this one, newest first. */
function versionsBefore(
  verdicts: ReadonlyMap<string | null, readonly { startedAt: string }[]>,
  version: string,
): string[] {
  const start = verdicts.get(version)?.[0]?.startedAt;
  return [...verdicts]
    .flatMap(([of, runs]) => {
      const last = runs.findLast(
        ({ startedAt }) => start === undefined || Date.parse(startedAt) < Date.parse(start),
      );
      return of === null || of === version || last === undefined
        ? []
        : [{ of, at: Date.parse(last.startedAt) }];
    })
    .toSorted((a, b) => b.at - a.at)
    .map(({ of }) => of);
}

/** The newest version with runs, or an older one with a better pass rate and enough runs (Sippy's `releasefallback`). */
function bestOf<Basis extends FailuresAndPasses>(newestFirst: readonly Basis[]): Basis | undefined {
  const [newest, ...older] = newestFirst.filter((one) => total(one) > 0);
  if (newest === undefined) return undefined;
  return older.reduce(
    (best, one) => (total(one) >= enoughRuns * total(newest) && passRate(one) > passRate(best) ? one : best),
    newest,
  );
}

function withoutBasis(sample: FailuresAndPasses): Pick<ReleaseComparison, 'status' | 'sentence'> {
  const isWorse =
    total(sample) >= newTest.runs && passRate(sample) < newTest.passRate && sample.failed >= fewestFailures;
  return isWorse
    ? {
        status: 'worse',
        sentence: `passed in ${percent(sample)} of ${total(sample)} runs; a new test has to pass in 95 %`,
      }
    : { status: 'missing-basis', sentence: `no past version to compare ${runsText(sample)} with` };
}

function withBasis(
  sample: FailuresAndPasses,
  basis: FailuresAndPasses & { version: string },
  open: boolean,
): Pick<ReleaseComparison, 'status' | 'sentence' | 'p'> {
  const against = `${percent(sample)} of ${runsText(sample)}, ${percent(basis)} of ${total(basis)} on ${basis.version}`;
  const drop = 100 * (passRate(basis) - passRate(sample));
  const alpha = 1 - (open ? confidenceWhenOpen : confidence);
  if (drop <= 0) {
    const p = fisherExact(basis, sample);
    const isBetter = drop < 0 && p < alpha;
    return {
      status: isBetter ? 'better' : 'not-worse',
      p,
      sentence: `${isBetter ? 'passes more often' : 'passes as often as before'}: ${against}`,
    };
  }
  const p = fisherExact(sample, basis);
  const isWorse = sample.failed >= fewestFailures && drop > (open ? pityWhenOpen : pity) && p < alpha;
  return isWorse
    ? {
        status: 'worse',
        p,
        sentence: `passes less often: ${against} (Fisher's exact test, ${(100 * (1 - p)).toFixed(1)} %)`,
      }
    : { status: 'not-worse', p, sentence: `not significantly worse: ${against}` };
}

const total = ({ failed, passed }: FailuresAndPasses) => failed + passed;
const passRate = (counts: FailuresAndPasses) => counts.passed / total(counts);
const percent = (counts: FailuresAndPasses) => `${Math.round(1_000 * passRate(counts)) / 10} %`;
const runsText = (counts: FailuresAndPasses) => `${total(counts)} ${total(counts) === 1 ? 'run' : 'runs'}`;
