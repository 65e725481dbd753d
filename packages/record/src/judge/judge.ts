import type { Policy, RunState } from '../fold.ts';
import { type FoundSymptoms, noSymptoms } from '../symptoms/found-symptoms.ts';
import { applyQuarantine } from './apply-quarantine.ts';
import { classify } from './classify.ts';
import { outcomesOf } from './outcomes.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict-schema.ts';

/**
 * Judges a run by its plan and its events: the table of docs/outcomes.md as a function.
 * @param policy By default the policy in force when the run started.
 * @param found The symptoms found in the texts of the run; they label failures, and change neither kind nor exit code.
 */
export function judge(
  state: RunState,
  policy: Policy = state.policy,
  found: FoundSymptoms = noSymptoms,
): Verdict {
  const outcomes = outcomesOf(state);
  const failures = applyQuarantine(state, classify(state, outcomes, found), policy);
  return verdictOf(state, outcomes, failures, found);
}
