import type { PlannedTest } from '../planned-test.ts';

/**
 * The names that a lasting file may use for a test: its id, its former ids, and each of these without the repetition
 * (`~2`) or the product (`@acme-deb`).
 */
export function namesOf({ id, aliases = [] }: Pick<PlannedTest, 'id'> & { aliases?: readonly string[] }) {
  const exact = [id, ...aliases].flatMap((one) => [one, testOf(one)]);
  return [...new Set(exact.flatMap((one) => [one, promiseOf(one)]))];
}

/** The id of a test without its repetition: `authnz/tokens#title~2` → `authnz/tokens#title`. */
export function testOf(id: string): string {
  return id.replace(/~\d+$/, '');
}

/** The id of a test without repetition and product: the same for all products. A slug contains no @. */
export function promiseOf(id: string): string {
  return testOf(id).replace(/@[^@#]*$/, '');
}
