import type { TestResult } from '../test-result.ts';
import { runVerdicts } from './run-verdicts.ts';

/**
 * Whether the two most recent failures came back to back, without a run between them that passed, at once or on retry.
 * Such a test is broken, not flaky, and quarantine would hide that: the rule of dotnet/aspnetcore#67278.
 * @param results Of one test; those of other lanes are left out.
 */
export function consistentFailure(results: readonly TestResult[], lane: string): boolean {
  const verdicts = runVerdicts(results.filter((result) => result.lane === lane));
  const last = verdicts.findLastIndex(({ outcome }) => outcome === 'failed');
  return verdicts[last - 1]?.outcome === 'failed';
}
