import { didYouMean } from '@uat/core';
import { type QuarantineEntry } from '@uat/config';
import { namesOf, promiseOf } from './names-of.ts';
import type { PlannedTest } from '../planned-test.ts';
import type { EventOf } from '../schema.ts';

/**
 * A sentence about each quarantine entry that names no existing test. Entries of areas that do not run are not checked,
 * and none is when only some tests were selected.
 */
export function strayEntries(
  { quarantine, whole }: Pick<EventOf<'policy'>, 'quarantine' | 'whole'>,
  tests: readonly PlannedTest[],
): string[] {
  if (!whole) return [];
  const areas = new Set(tests.map(({ area }) => area));
  const known = [...new Set(tests.flatMap(namesOf))];
  // An entry for a product is valid whether the product is part of this run or not.
  const isStray = ({ test }: QuarantineEntry) =>
    areas.has(test.split('/')[0] ?? '') && !known.includes(promiseOf(test));
  return quarantine
    .filter(isStray)
    .map(
      ({ test, ticket }) =>
        `quarantine.yaml: there is no test ${test} (${ticket}). Correct the entry, or remove it.${didYouMean(test, known)}`,
    );
}
