import { didYouMean } from '@uat/core';
import { type QuarantineEntry } from '@uat/config';
import { namesOf, promiseOf } from './names-of.ts';
import type { PlannedTest } from './planned-test.ts';
import type { EventOf } from './schema.ts';

/**
 * What is wrong with a quarantine that names tests which are not there: a sentence for each. An entry of an area that does
 * not run says nothing, nor does any when only some tests were asked for.
 */
export function strayEntries(
  { quarantine, whole }: Pick<EventOf<'policy'>, 'quarantine' | 'whole'>,
  tests: readonly PlannedTest[],
): string[] {
  if (!whole) return [];
  const areas = new Set(tests.map(({ area }) => area));
  const known = [...new Set(tests.flatMap(namesOf))];
  // One that names a product is right whether that product is there or not.
  const isStray = ({ test }: QuarantineEntry) =>
    areas.has(test.split('/')[0] ?? '') && !known.includes(promiseOf(test));
  return quarantine
    .filter(isStray)
    .map(
      ({ test, ticket }) =>
        `quarantine.yaml: there is no test ${test} (${ticket}). Correct the entry, or remove it.${didYouMean(test, known)}`,
    );
}
