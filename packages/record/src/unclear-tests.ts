import type { RunState } from './fold.ts';
import { classify } from './judge/classify.ts';
import { outcomesOf } from './judge/outcomes.ts';
import { starvation } from './judge/starvation.ts';
import type { PlannedTest } from './planned-test.ts';

/** More than this are not tried again one by one: a machine on which so many time out has to be looked at. */
const most = 20;

/**
 * The tests that a second try alone may still decide: they ran out of time while this machine was starved, and the target
 * is well. None when there are more than twenty, when they have been tried alone, or when the run was told to end.
 */
export function unclearTests(state: RunState): PlannedTest[] {
  if (state.stopped !== undefined) return [];
  const unclear = classify(state, outcomesOf(state)).filter(
    ({ test, attempt }) =>
      !test.dependency &&
      attempt.alone !== true &&
      attempt.cause === undefined &&
      state.probes.get(test.id)?.state === 'up' &&
      starvation(attempt, state.machine) !== undefined,
  );
  return unclear.length > most ? [] : unclear.map(({ test }) => test);
}
