import type { RunState } from './fold.ts';
import { classify } from './judge/classify.ts';
import { outcomesOf } from './judge/outcomes.ts';
import { starvation } from './judge/starvation.ts';
import type { PlannedTest } from './planned-test.ts';

/** Maximum number of tests to retry one by one; a machine with more time-outs needs attention. */
const most = 20;

/**
 * The tests that a retry alone may still decide: they ran out of time while this machine was starved, and the target is
 * up. None when there are more than twenty, when they have been retried alone, or when the run was told to end.
 */
export function unclearTests(state: RunState): PlannedTest[] {
  if (state.stopped !== undefined) return [];
  const unclear = classify(state, outcomesOf(state)).filter(
    ({ test, attempt, class: kind }) =>
      kind !== 'flaky' &&
      !test.dependency &&
      attempt.alone !== true &&
      attempt.cause === undefined &&
      state.probes.get(test.id)?.state === 'up' &&
      starvation(attempt, state.machine) !== undefined,
  );
  return unclear.length > most ? [] : unclear.map(({ test }) => test);
}
