import type { Policy, RunState } from '../fold.ts';
import { applyQuarantine } from './apply-quarantine.ts';
import { classify } from './classify.ts';
import { outcomesOf } from './outcomes.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict-schema.ts';

/**
 * Judges a run from what was planned and what happened: the table of docs/outcomes.md as a function.
 * @param policy what it is judged by; left out, what was in force when the run started.
 */
export function judge(state: RunState, policy: Policy = state.policy): Verdict {
  const outcomes = outcomesOf(state);
  return verdictOf(state, outcomes, applyQuarantine(state, classify(state, outcomes), policy));
}
