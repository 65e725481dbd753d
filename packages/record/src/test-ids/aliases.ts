import { configurationError, didYouMean } from '@uat/core';
import type { Aliases, TestIds } from './test-ids.ts';

/** The current id of the test that once had this id; null when the test was removed. */
export function currentId(aliases: Aliases, id: string): string | null {
  const [test, copy] = partsOf(id);
  let current: string | null = test;
  for (let next: string | null | undefined = test; next !== undefined; next = aliases[next]) {
    current = next;
    if (next === null) return null;
  }
  return `${current}${copy}`;
}

/** The former ids of a test, the oldest first. */
export function formerIds(aliases: Aliases, id: string): string[] {
  const [test, copy] = partsOf(id);
  const before = (one: string): string[] =>
    Object.keys(aliases)
      .filter((old) => aliases[old] === one)
      .toSorted();
  const found: string[] = [];
  for (let names = before(test); names.length > 0; names = names.flatMap(before)) found.unshift(...names);
  return found.map((one) => `${one}${copy}`);
}

/** Splits an id into the test and its product or repetition: `authnz/tokens#title`, `@acme~2`. */
function partsOf(id: string): [test: string, copy: string] {
  const { test = id, copy = '' } = /^(?<test>[^#]*#[^@~]*)(?<copy>.*)$/s.exec(id)?.groups ?? {};
  return [test, copy];
}

/**
 * The ids after a test was renamed; unchanged when the rename is known already.
 * @param today Ids of the existing tests.
 * @throws UatError (configuration) when the rename is impossible.
 */
export function renamedId(ids: TestIds, from: string, to: string, today: readonly string[]): TestIds {
  assertGone(ids, from, today);
  if (!today.includes(to))
    throw configurationError(
      `There is no test '${to}', so '${from}' cannot have become it.${didYouMean(to, today)} pnpm uat list --json - shows the ids.`,
    );
  // A test that has one of its former ids again has it as its id, not as an alias.
  const { [to]: _back, ...aliases } = ids.aliases;
  return { tests: [...new Set([...withoutId(ids.tests, from), to])], aliases: { ...aliases, [from]: to } };
}

/**
 * The ids after a test was removed on purpose.
 * @param today Ids of the existing tests.
 * @throws UatError (configuration) when the test still exists, or never did.
 */
export function removedId(ids: TestIds, id: string, today: readonly string[]): TestIds {
  assertGone(ids, id, today);
  return { tests: withoutId(ids.tests, id), aliases: { ...ids.aliases, [id]: null } };
}

function assertGone({ tests, aliases }: TestIds, id: string, today: readonly string[]): void {
  if (today.includes(id))
    throw configurationError(`'${id}' is the id of an existing test, so it was neither renamed nor removed.`);
  const known = [...tests, ...Object.keys(aliases)];
  if (known.includes(id)) return;
  const gone = known.filter((one) => !today.includes(one));
  throw configurationError(
    `No test had the id '${id}' before: test-ids.json beside the suites does not know it.${didYouMean(id, gone)}`,
  );
}

const withoutId = (tests: readonly string[], id: string) => tests.filter((one) => one !== id);
