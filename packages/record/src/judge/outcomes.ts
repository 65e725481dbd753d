import type { RunState } from '../fold.ts';
import type { Attempt } from '../schema.ts';

/** The outcome of a test. */
export interface Outcome {
  kind: 'passed' | 'failed' | 'flaky' | 'skipped' | 'notEligible' | 'notRun' | 'unknown';
  /** Failed attempts of a failed or flaky test, in order. */
  failures: readonly Attempt[];
  /** Reason for being skipped, not eligible, not run or unknown. */
  reason?: string;
}

/**
 * The outcome of each assigned test, by id. A test that several parts of a merge ran, because their areas need it, has
 * the worst of its outcomes.
 */
export function outcomesOf(state: RunState): Map<string, Outcome> {
  const { assigned, unknown, attempts, ineligible } = state;
  const outcomes = new Map(
    assigned.map(({ id }): [string, Outcome] => {
      if (unknown.has(id)) return [id, { kind: 'unknown', failures: [], reason: lostPart }];
      const parts = [...Map.groupBy(attempts.get(id) ?? [], ({ shard }) => shard).values()];
      const [worst] = (parts.length === 0 ? [[]] : parts)
        .map((part) => outcomeOf(part, ineligible.get(id)?.reason))
        .toSorted((one, other) => fromWorst.indexOf(one.kind) - fromWorst.indexOf(other.kind));
      return [id, worst ?? { kind: 'notRun', failures: [] }];
    }),
  );
  const otherwise = reasonOfTheRun(state, outcomes);
  for (const [id, outcome] of outcomes) {
    if (outcome.kind === 'notRun') outcomes.set(id, { ...outcome, reason: outcome.reason ?? otherwise });
  }
  return outcomes;
}

const lostPart = 'the record of its part of the run is missing or incomplete';

/** The reason for tests that did not run and have no reason of their own. */
function reasonOfTheRun({ assigned, stopped }: RunState, outcomes: ReadonlyMap<string, Outcome>): string {
  if (stopped !== undefined) return stopped.reason;
  const red = new Set(
    assigned
      .filter(({ id, dependency }) => dependency && outcomes.get(id)?.kind === 'failed')
      .map(({ area }) => area),
  );
  return red.size > 0 ? `${[...red].join(', ')} is red` : 'no result came back';
}

const fromWorst: readonly Outcome['kind'][] = [
  'failed',
  'notRun',
  'flaky',
  'notEligible',
  'skipped',
  'passed',
];

/** The outcome of one part's attempts, which the last passed or failed attempt decides. */
function outcomeOf(attempts: readonly Attempt[], notEligible: string | undefined): Outcome {
  const failures = attempts.filter(isFailed);
  const decisive = attempts.findLast((one) => one.status === 'passed' || isFailed(one));
  if (decisive !== undefined && isFailed(decisive)) return { kind: 'failed', failures };
  // A skipped retry proves nothing; a passed one makes a failure flaky.
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
