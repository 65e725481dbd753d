import { configurationError } from '@uat/core';

/** Options of Playwright that would test something else than the verdict says, and ours instead. */
const ours = new Map([
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
 * Looks through what stands behind `--`.
 * @throws UatError (configuration) for an option that would change what is tested behind our back.
 */
export function refuseForeign(rest: string[]): void {
  for (const word of rest) {
    // The value of a short option may stand right behind it: -gsign-in.
    const option = /^-\w/.test(word) ? word.slice(0, 2) : (word.split('=')[0] ?? '');
    const instead = ours.get(option);
    if (instead !== undefined) throw configurationError(`${word} cannot stand behind --; ${instead}.`);
  }
}
