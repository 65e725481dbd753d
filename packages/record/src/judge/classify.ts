import type { PlannedTest } from '../planned-test.ts';
import type { RunState } from '../fold.ts';
import type { Attempt } from '../schema.ts';
import { type FoundSymptoms, noSymptoms } from '../symptoms/found-symptoms.ts';
import {
  type FailureCause,
  failureCauseOf,
  failureCauses,
  refusedValidCredentials,
} from './failure-cause.ts';
import type { Outcome } from './outcomes.ts';
import { correlations } from './witness/correlations.ts';
import { type Confidence, downTimesIn, evidenceOf } from './witness/evidence.ts';
import { type FailureLayer, layerOf } from './witness/layer.ts';

/** The classes of a failure: its cause, unless it passed on a retry, or a ticket tracks it. */
export const failureClasses = [...failureCauses, 'flaky', 'known'] as const;
export type FailureClass = (typeof failureClasses)[number];

/** A test that failed, or passed only on a retry, with its class and the evidence for it. */
export interface ClassifiedFailure {
  test: PlannedTest;
  class: FailureClass;
  /** Decides the verdict, whatever the class. */
  cause: FailureCause;
  layer: FailureLayer;
  evidence: string[];
  confidence: Confidence;
  /** Labels of the symptoms that it shows. */
  labels: string[];
  /** The last failed attempt, which reports show. */
  attempt: Attempt;
  /** The first failed attempt. */
  first: Attempt;
  error: string;
}

/**
 * Classifies failures by their errors, by the probe of the target right after, by this machine and by each other: when
 * the target answers its probe, the product is the cause, also in set-up; otherwise something else prevented the
 * judgement (docs/outcomes.md). Credentials that the target accepted anywhere in the run are never the cause of their
 * refusal.
 */
export function classify(
  state: RunState,
  outcomes: ReadonlyMap<string, Outcome>,
  { byTest }: Pick<FoundSymptoms, 'byTest'> = noSymptoms,
): ClassifiedFailure[] {
  const failed = state.assigned.flatMap((test) => {
    const { kind, failures = [] } = outcomes.get(test.id) ?? {};
    const [first, attempt] = [failures[0], failures.at(-1)];
    if ((kind !== 'failed' && kind !== 'flaky') || first === undefined || attempt === undefined) return [];
    return [{ test, first, attempt, failures, hasPassed: kind === 'flaky' }];
  });
  const related = correlations(state, outcomes, failed);
  const downTimes = downTimesIn(state);
  return failed.map(({ test, first, attempt, failures, hasPassed }): ClassifiedFailure => {
    const symptoms = byTest.get(test.id) ?? [];
    const cause = failureCauseOf(attempt, state.probes.get(attempt.id), state);
    const correlation = related.get(test.id);
    const ticket = symptoms.some((one) => one.ticket !== undefined);
    return {
      ...{ test, first, attempt, cause, error: errorOf(attempt, state) },
      class: hasPassed ? 'flaky' : ticket ? 'known' : cause,
      layer: layerOf(test, attempt, cause, state.probes.get(attempt.id)),
      ...evidenceOf({ attempt, cause, failures, hasPassed, correlation, downTimes, symptoms }, state),
      labels: [...new Set(symptoms.map(({ label }) => label))],
    };
  });
}

const acceptedElsewhere = 'The credentials are valid: the target accepts them elsewhere in this run.';

function errorOf(attempt: Attempt, { accepted }: RunState): string {
  const error = attempt.error?.message ?? 'no error was recorded';
  return refusedValidCredentials(attempt, accepted) ? `${error} ${acceptedElsewhere}` : error;
}
