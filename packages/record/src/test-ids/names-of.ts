import type { PlannedTest } from '../planned-test.ts';

/**
 * What a person may call a test in a file that outlives a run: its id, the ids that it had before, and each of them
 * without the repetition (`~2`) or the product (`@acme-deb`).
 */
export function namesOf({ id, aliases = [] }: Pick<PlannedTest, 'id'> & { aliases?: readonly string[] }) {
  const exact = [id, ...aliases].flatMap((one) => [one, testOf(one)]);
  return [...new Set(exact.flatMap((one) => [one, promiseOf(one)]))];
}

/** The id of a test, also of one of its repetitions: `authnz/tokens#title~2` → `authnz/tokens#title`. */
export function testOf(id: string): string {
  return id.replace(/~\d+$/, '');
}

/** What a test promises, whichever product it is about. A slug has no @. */
export function promiseOf(id: string): string {
  return testOf(id).replace(/@[^@#]*$/, '');
}
