import type { RunState } from '../fold.ts';
import { classify } from './classify.ts';
import { outcomesOf } from './outcomes.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict-schema.ts';

/** Judges a run from what was planned and what happened: the table of docs/outcomes.md as a function. */
export function judge(state: RunState): Verdict {
  const outcomes = outcomesOf(state);
  return verdictOf(state, outcomes, classify(state, outcomes));
}
