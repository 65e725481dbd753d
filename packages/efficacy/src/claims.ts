import type { PlannedTest } from '@uat/runner';

/** The regressions of these that at least one test claims to notice. */
export function claimed(ids: readonly string[], tests: readonly PlannedTest[]): string[] {
  return ids.filter((id) => tests.some(({ regressions }) => regressions.includes(id)));
}

/** A pattern for `--grep` that finds the tests that claim one of these: `@A1` is no part of `@A19`. */
export function claimPattern(ids: readonly string[]): string {
  return `@(?:${ids.map(RegExp.escape).join('|')})(?![\\w-])`;
}
