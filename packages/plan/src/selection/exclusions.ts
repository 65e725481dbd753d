import type { ExcludedTest, PlannedTest } from '@uat/record';
import { areasNeeded } from '../file/areas-needed.ts';
import type { Split } from '../file/plan-content.ts';
import { beyondBudget } from './beyond-budget.ts';

export interface ExclusionOptions {
  /** By area: the areas that have to be green before it starts. */
  after: Readonly<Record<string, readonly string[]>>;
  /** The chosen tests with their reasons; all tests by default. */
  chosen?: ReadonlyMap<string, string> | undefined;
  /** Why the others are left out. */
  unchosen?: string;
  budget?:
    | {
        seconds: number;
        /** The tests, the most valuable first. */
        ordered: (tests: readonly PlannedTest[]) => readonly PlannedTest[];
        split: (tests: readonly PlannedTest[]) => Split;
      }
    | undefined;
}

/**
 * The tests that a plan leaves out: those that are not chosen, then those beyond the budget. Tests of areas that the
 * rest needs stay.
 */
export function exclusions(tests: readonly PlannedTest[], options: ExclusionOptions): ExcludedTest[] {
  const { after, chosen, unchosen = 'not chosen', budget } = options;
  const wanted = chosen === undefined ? tests : tests.filter(({ id }) => chosen.has(id));
  const kept = withNeeded(tests, wanted, after);
  const others = tests
    .filter((test) => !kept.has(test))
    .map(({ id }): ExcludedTest => ({
      ...{ id, by: 'selection', reason: unchosen },
    }));
  if (budget === undefined) return others;

  const needed = areasNeeded(wanted, after);
  const ordered = budget.ordered(wanted.filter(({ area }) => !needed.has(area)));
  const beyond = beyondBudget(ordered, budget.seconds, (some) => {
    const planned = withNeeded(tests, some, after);
    return budget.split(tests.filter((test) => planned.has(test)));
  });
  const isBeyond = new Set(beyond.map(({ id }) => id));
  const left = withNeeded(
    tests,
    ordered.filter(({ id }) => !isBeyond.has(id)),
    after,
  );
  const reason = 'no test that needs it fits the budget';
  const unneeded = [...kept].filter((test) => !left.has(test) && !isBeyond.has(test.id));
  return [...others, ...beyond, ...unneeded.map(({ id }): ExcludedTest => ({ id, by: 'budget', reason }))];
}

/** Tests with all tests of the areas that they need. */
function withNeeded(
  all: readonly PlannedTest[],
  some: readonly PlannedTest[],
  after: ExclusionOptions['after'],
): Set<PlannedTest> {
  const needed = areasNeeded(some, after);
  return new Set([...some, ...all.filter(({ area }) => needed.has(area))]);
}
