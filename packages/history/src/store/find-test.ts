import { configurationError } from '@uat/core';
import { type Aliases, currentId, namesOf, promiseOf } from '@uat/record';
import type { KnownTest } from './history-store.ts';

/**
 * The test that these words name: a present or former id, or words that its id or title contains.
 * @throws UatError (configuration) when there is no such test, or the words fit several tests.
 */
export function findTest(tests: readonly KnownTest[], wanted: string, aliases: Aliases): KnownTest {
  const promise = promiseOf(wanted);
  const id = currentId(aliases, promise) ?? promise;
  const exact = tests.find((test) => namesOf(test).includes(id));
  const found =
    exact === undefined ? tests.filter((test) => `${test.id} ${test.title}`.includes(wanted)) : [exact];
  const [first, ...others] = found;
  if (first === undefined)
    throw configurationError(
      `The history holds no test '${wanted}'. pnpm uat list shows the tests that there are.`,
    );
  if (others.length > 0)
    throw configurationError(
      `'${wanted}' fits ${found.length} tests: ${found.map((test) => test.id).join(', ')}. Name one by its id.`,
    );
  return first;
}
