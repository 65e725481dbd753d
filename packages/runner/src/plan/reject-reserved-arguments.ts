import { configurationError } from '@uat/core';

/** Playwright options that would change what is tested without the verdict showing it, with the alternative to each. */
const reserved = new Map([
  ['--project', 'name the areas'],
  ['--grep', 'use --grep before the --'],
  ['-g', 'use --grep before the --'],
  ['--list', 'use uat list'],
  ['--config', 'use --config before the --'],
  ['-c', 'use --config before the --'],
  ['--reporter', 'the results are in the run’s folder'],
  ['--output', 'use --out before the --'],
  ['--ui', 'use --ui before the --'],
  ['--last-failed', 'use --last-failed before the --'],
  ['--fail-on-flaky-tests', 'the verdict counts what was flaky'],
  ['--ignore-snapshots', 'a promise is judged as a whole'],
]);

/**
 * Checks the Playwright arguments after `--`.
 * @throws UatError (configuration) for an option that would change what is tested without the verdict showing it.
 */
export function rejectReservedArguments(rest: string[]): void {
  for (const word of rest) {
    // A short option may be joined with its value: -gsign-in.
    const option = /^-\w/.test(word) ? word.slice(0, 2) : (word.split('=')[0] ?? '');
    const instead = reserved.get(option);
    if (instead !== undefined) throw configurationError(`${word} is not allowed after --; ${instead}.`);
  }
}
