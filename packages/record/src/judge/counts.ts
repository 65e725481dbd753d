import type { PlannedTest } from '../planned-test.ts';
import type { Outcome } from './outcomes.ts';
import type { Counts } from './verdict-schema.ts';

/**
 * The counts of tests by outcome; they add up to `discovered`.
 * @param quarantined Ids of the failed tests that an entry keeps from blocking.
 */
export function testCounts(
  tests: readonly Pick<PlannedTest, 'id'>[],
  outcomes: ReadonlyMap<string, Outcome>,
  quarantined: ReadonlySet<string>,
): Omit<Counts, 'dependency'> {
  const count = (kind: Outcome['kind']) => tests.filter(({ id }) => outcomes.get(id)?.kind === kind).length;
  const excused = tests.filter(({ id }) => quarantined.has(id)).length;
  return {
    discovered: tests.length,
    passed: count('passed'),
    failed: count('failed') - excused,
    flaky: count('flaky'),
    skipped: count('skipped'),
    notEligible: count('notEligible'),
    notRun: count('notRun'),
    quarantined: excused,
    unknown: count('unknown'),
  };
}
