import type { RunState } from '../fold.ts';
import type { Attempt } from '../schema.ts';

/** What came of a test. */
export interface Outcome {
  kind: 'passed' | 'failed' | 'flaky' | 'skipped' | 'notEligible' | 'notRun' | 'unknown';
  /** Attempts that failed, in order: of a failed or flaky test. */
  failures: readonly Attempt[];
  /** Why it was skipped, is not eligible or did not run, where something says so. */
  reason?: string;
}

/**
 * What came of each assigned test, by its id. A test that several parts of a merge ran, because their areas need it, is
 * as bad as in the worst of them.
 */
export function outcomesOf({ assigned, unknown, attempts, ineligible }: RunState): Map<string, Outcome> {
  return new Map(
    assigned.map(({ id }) => {
      if (unknown.has(id)) return [id, { kind: 'unknown', failures: [] }];
      const parts = [...Map.groupBy(attempts.get(id) ?? [], ({ shard }) => shard).values()];
      const [worst] = (parts.length === 0 ? [[]] : parts)
        .map((part) => outcomeOf(part, ineligible.get(id)?.reason))
        .toSorted((one, other) => fromWorst.indexOf(one.kind) - fromWorst.indexOf(other.kind));
      return [id, worst ?? { kind: 'notRun', failures: [] }];
    }),
  );
}

const fromWorst: readonly Outcome['kind'][] = [
  'failed',
  'notRun',
  'flaky',
  'notEligible',
  'skipped',
  'passed',
];

/** The last attempt that decided anything decides. */
function outcomeOf(attempts: readonly Attempt[], notEligible: string | undefined): Outcome {
  const failures = attempts.filter(isFailed);
  const decisive = attempts.findLast((one) => one.status === 'passed' || isFailed(one));
  if (decisive !== undefined && isFailed(decisive)) return { kind: 'failed', failures };
  // A retry that was skipped proves nothing; one that passed makes good what failed before.
  if (decisive !== undefined) return { kind: failures.length > 0 ? 'flaky' : 'passed', failures };
  if (notEligible !== undefined) return { kind: 'notEligible', failures, reason: notEligible };
  const skipped = attempts.findLast(({ status }) => status === 'skipped');
  const last = skipped ?? attempts.findLast(({ status }) => status === 'notRun');
  return {
    kind: skipped === undefined ? 'notRun' : 'skipped',
    failures,
    ...(last?.reason === undefined ? {} : { reason: last.reason }),
  };
}

const isFailed = ({ status }: Attempt) => status === 'failed' || status === 'timedOut';
