import type { Policy, RunState } from '../fold.ts';
import { applyQuarantine } from './apply-quarantine.ts';
import { classify } from './classify.ts';
import { outcomesOf } from './outcomes.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict-schema.ts';

/**
 * Judges a run by its plan and its events: the table of docs/outcomes.md as a function.
 * @param policy By default the policy in force when the run started.
 */
export function judge(state: RunState, policy: Policy = state.policy): Verdict {
  const outcomes = outcomesOf(state);
  return verdictOf(state, outcomes, applyQuarantine(state, classify(state, outcomes), policy));
}
