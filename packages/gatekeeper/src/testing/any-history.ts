import fc from 'fast-check';
import { movers, type Outcome, stateNames, type HistoryStep } from './history.ts';

const mover = fc.constantFrom(...movers);

const step: fc.Arbitrary<HistoryStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('move'), by: mover, to: fc.constantFrom(...stateNames) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('move'), by: mover, to: fc.constant('inProgress') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit'), isComplete: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('label'), isExempt: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('look'),
      lagMs: fc.constantFrom(0, 0, 0, 15, 40, 5_000, 120_000),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('send'), answerIsLost: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('wait'),
      ms: fc.constantFrom(50, 1_000, 20_000, 95_000, 3_600_000, 90_000_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pull-back'),
      by: mover,
      afterMs: fc.constantFrom(5, 200, 10_000, 60_000),
      times: fc.integer({ min: 1, max: 20 }),
    }),
  },
) as fc.Arbitrary<HistoryStep>;

/** Steps in any order: webhooks are late, duplicated, reordered and lost, and responses are lost. */
export const anyHistory: fc.Arbitrary<HistoryStep[]> = fc.array(step, { maxLength: 60 });

const dayMs = 86_400_000;

/** Violations of the gate's promises in the outcome of a history, as sentences. */
export function violations({ reverts, comments, state, isComplete }: Outcome): string[] {
  const broken: string[] = [];
  const undone = reverts.map((revert) => revert.undone);
  if (new Set(undone).size < undone.length) broken.push('a move was undone twice');
  if (reverts.some(({ cause, undone: move }) => cause.startsWith('move:') && cause !== `move:${move}`))
    broken.push('a different move was undone than the one that was judged');
  const automations = reverts.filter(({ by }) => by !== 'ana' && by !== 'ben').map(({ by }) => by);
  if (new Set(automations).size < automations.length) broken.push('an automation was answered twice');
  for (const { at } of reverts) {
    const within = reverts.filter((other) => other.at >= at && other.at < at + dayMs);
    if (within.length > 3) broken.push('a card was put back more than three times within a day');
  }
  if (comments > 1) broken.push('there is more than one comment');
  const isInWork = state === 'inProgress' || state === 'inReview';
  if (isInWork && !isComplete && reverts.length === 0)
    broken.push('a card that is not ready was left in work');
  return broken;
}
