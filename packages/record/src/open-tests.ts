import type { RunState } from './fold.ts';
import { outcomesOf } from './judge/outcomes.ts';
import type { PlannedTest } from './planned-test.ts';

/** The open tests of a run: failed, or not judged (not run, cut off, lost). */
export function openTests(state: RunState): PlannedTest[] {
  const outcomes = outcomesOf(state);
  const isOpen = (id: string) => ['failed', 'notRun', 'unknown'].includes(outcomes.get(id)?.kind ?? 'notRun');
  return state.assigned.filter(({ id }) => isOpen(id));
}
