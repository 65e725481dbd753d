import type { RunState } from '../../fold.ts';
import type { PlannedTest } from '../../planned-test.ts';
import type { Attempt } from '../../schema.ts';
import type { Outcome } from '../outcomes.ts';

/** The company in which a test failed. */
export interface Correlation {
  /** Number of other tests with the same error. */
  sameError: number;
  /** Number of tests of its capability, if at least three of them ran and all failed. */
  wholeCapability: number | undefined;
}

/** Smallest number of failed tests that says something about a capability. */
const leastTests = 3;

/** The correlations between failed tests, by the id of the test. */
export function correlations(
  { assigned }: Pick<RunState, 'assigned'>,
  outcomes: ReadonlyMap<string, Outcome>,
  failed: readonly { test: PlannedTest; attempt: Attempt }[],
): Map<string, Correlation> {
  const byError = countBy(failed.flatMap(({ attempt }) => attempt.error?.fingerprint || []));
  const ran = countBy(
    assigned.flatMap((test) => (judged.has(outcomes.get(test.id)?.kind) ? capabilityOf(test) : [])),
  );
  const red = countBy(
    assigned.flatMap((test) => (outcomes.get(test.id)?.kind === 'failed' ? capabilityOf(test) : [])),
  );
  return new Map(
    failed.map(({ test, attempt }) => {
      const all = ran.get(capabilityOf(test)) ?? 0;
      const isWhole = all >= leastTests && red.get(capabilityOf(test)) === all;
      return [
        test.id,
        {
          sameError: Math.max(0, (byError.get(attempt.error?.fingerprint ?? '') ?? 0) - 1),
          wholeCapability: isWhole ? all : undefined,
        },
      ];
    }),
  );
}

const judged: ReadonlySet<Outcome['kind'] | undefined> = new Set(['passed', 'failed', 'flaky']);

/** The key of a test's capability. */
const capabilityOf = ({ area, product = '', capability }: PlannedTest) =>
  JSON.stringify([area, product, capability]);

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
