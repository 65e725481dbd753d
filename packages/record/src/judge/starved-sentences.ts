import type { RunState } from '../fold.ts';
import type { Outcome } from './outcomes.ts';
import { type Starvation, starvation } from './starvation.ts';

/**
 * The effects of a starved machine on the tests of a run: one sentence on tests that passed alone, one on open tests.
 */
export function starvedSentences(
  { assigned, machine }: Pick<RunState, 'assigned' | 'machine'>,
  outcomes: ReadonlyMap<string, Outcome>,
): string[] {
  const starved = assigned.flatMap(({ id }) => {
    const { kind, failures = [] } = outcomes.get(id) ?? {};
    const last = failures.at(-1);
    const found = last === undefined ? undefined : starvation(last, machine);
    return found === undefined ? [] : [{ id, kind, found }];
  });
  const passed = starved.filter(({ kind }) => kind === 'flaky');
  const open = starved.filter(({ kind }) => kind === 'failed');
  return [
    ...sentence(passed, 'passed afterwards'),
    ...sentence(open, 'could not be judged; run again when the machine has less to do'),
  ];
}

function sentence(tests: readonly { id: string; found: Starvation }[], end: string): string[] {
  if (tests.length === 0) return [];
  const taken = Math.max(...tests.map(({ found }) => found.taken));
  const lag = Math.max(...tests.map(({ found }) => found.lag));
  const many = tests.length === 1 ? '1 test' : `${tests.length} tests`;
  const why = `this machine was starved (other processes took up to ${Math.round(taken * 100)} % of it, our own process stood still for up to ${lag} ms)`;
  return [`${many} ran out of time while ${why} and ${end}: ${tests.map(({ id }) => id).join(', ')}`];
}
