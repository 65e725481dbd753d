import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommandLine } from './command-line.ts';
import { stopSignals } from './terminal/stop-signals.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'uat-command-line-'));
  // A run would make its `.uat` beside it.
  vi.stubEnv('UAT_CONFIG', path.join(folder, 'uat.config.ts'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Gives the exit code and what was said on standard output. */
async function told(...argv: string[]) {
  let stdout = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((stdout += String(text))));
  using stop = stopSignals();
  return { exitCode: await runCommandLine(argv, stop), stdout };
}

test.each([['--help'], ['help'], ['run', '--help'], ['efficacy', '--help']])(
  'uat %s %s tells what there is',
  async (...argv) => {
    expect(await told(...argv)).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^Usage: uat/) });
  },
);

test('the version is that of the repository', async () => {
  const { name, version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));

  expect(await told('--version')).toEqual({ exitCode: 0, stdout: `${name} ${version}\n` });
});

test.each([
  { argv: ['--bogus'], says: "unknown option '--bogus'" },
  { argv: ['kept', '--fast'], says: "unknown option '--fast'" },
  { argv: ['run', 'kept', '--no-such-thing'], says: "unknown option '--no-such-thing'" },
  { argv: ['kept', '--wrokers', '2'], says: 'Did you mean --workers?' },
  { argv: ['kept', '--workers'], says: "option '--workers <n>' argument missing" },
  { argv: ['kept', '--lane', 'fast'], says: "'fast' is invalid. Allowed choices are local, cd, nightly." },
  { argv: ['efficacy', 'authnz', '--slow'], says: "unknown option '--slow'" },
  { argv: ['open', 'one', 'two'], says: "too many arguments for 'open'" },
])('uat $argv is refused with a sentence, and makes no run folder', async ({ argv, says }) => {
  const refused = told(...argv);

  await expect(refused).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringMatching(/\nSee pnpm uat --help\.$/),
  });
  await expect(refused).rejects.toThrow(says);
  expect(readdirSync(folder)).toEqual([]);
});
