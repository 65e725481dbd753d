import { describe, expect, test } from 'vitest';
import { rejectReservedArguments } from './reject-reserved-arguments.ts';

describe('behind --', () => {
  test.each([
    { rest: ['--project', 'smoke'], says: '--project is not allowed after --; name the areas.' },
    { rest: ['--project=smoke'], says: '--project=smoke is not allowed after --; name the areas.' },
    { rest: ['--grep', 'x'], says: 'use --grep before the --' },
    { rest: ['-g', 'x'], says: 'use --grep before the --' },
    { rest: ['-gx'], says: 'use --grep before the --' },
    { rest: ['--config=x'], says: 'use --config before the --' },
    { rest: ['-c', 'x'], says: 'use --config before the --' },
    { rest: ['-cx'], says: 'use --config before the --' },
    { rest: ['--reporter', 'list'], says: 'the results are in the run’s folder' },
    { rest: ['--reporter=list'], says: 'the results are in the run’s folder' },
    { rest: ['--output', 'x'], says: 'use --out before the --' },
    { rest: ['--list'], says: 'use uat list' },
    { rest: ['--ui'], says: 'use --ui before the --' },
    { rest: ['--last-failed'], says: 'use --last-failed before the --' },
    { rest: ['--retries', '1', '--fail-on-flaky-tests'], says: 'the verdict counts what was flaky' },
    { rest: ['--ignore-snapshots'], says: 'a promise is judged as a whole' },
    { rest: ['--retries', '1', '--grep=x'], says: 'use --grep before the --' },
  ])('$rest is refused: the verdict would speak of something else', ({ rest, says }) => {
    expect(() => rejectReservedArguments(rest)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
    );
  });

  test.each([
    { rest: [] },
    { rest: ['--retries', '1'] },
    { rest: ['--repeat-each=3', '--global-timeout', '1000'] },
    { rest: ['--grep-invert', 'x'] },
    { rest: ['suites/authnz/sign-in.spec.ts'] },
  ])('$rest may stand', ({ rest }) => {
    expect(() => rejectReservedArguments(rest)).not.toThrow();
  });
});
