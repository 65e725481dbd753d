import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '@uat/runner';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The config of these tests: areas made to fail in known ways. */
const harnessConfig = fileURLToPath(new URL('./uat.config.ts', import.meta.url));

export interface UatRun {
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
  /** Where the run put its files. */
  out: string;
  verdict: Verdict;
}

export interface SpawnUatOptions {
  env?: NodeJS.ProcessEnv;
  config?: string;
  /** Where the files go; a new folder when left out. */
  out?: string;
  /** What is started: `uat`, or a shell that waits for it, as a step of a pipeline does. */
  start?: 'uat' | 'parent';
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-contract-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the real `uat` on the config of these tests, with a folder of its own for its files. */
export function startUat(args: string[], options: SpawnUatOptions = {}) {
  const { env = {}, config = harnessConfig, start = 'uat' } = options;
  const out = options.out ?? temporaryFolder();
  const command = [main, '--out', out, ...args];
  // A shell with something left to do does not replace itself by its command.
  const [file, rest] =
    start === 'uat'
      ? [process.execPath, command]
      : ['sh', ['-c', '"$@"; true', 'sh', process.execPath, ...command]];
  const child = execa(file, rest, {
    reject: false,
    stdin: 'ignore',
    // Nothing of the surrounding run may leak into the one that is tested.
    extendEnv: false,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', UAT_CONFIG: config, ...env },
  });
  return { child, out };
}

/** Runs the real `uat` to its end and reads what it left behind. */
export async function uat(args: string[], options?: SpawnUatOptions): Promise<UatRun> {
  const { child, out } = startUat(args, options);
  return ended(await child, out);
}

/** What a `uat` that has ended left behind; fails with its output when there is no verdict. */
export function ended(result: { exitCode?: number; stdout: string; stderr: string }, out: string): UatRun {
  const file = path.join(out, 'verdict.json');
  if (!existsSync(file)) throw new Error(`no verdict.json; uat said:\n${result.stdout}\n${result.stderr}`);
  const verdict = JSON.parse(readFileSync(file, 'utf8')) as Verdict;
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr, out, verdict };
}
