import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Verdict, verdictSchema } from '@uat/record';
import { execa } from 'execa';
import { temporaryFolder } from '@uat/testing';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** The config of these tests: areas made to fail in known ways. */
export const harnessConfig = fileURLToPath(new URL('../uat.config.ts', import.meta.url));

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
  /** The folder that `uat` is started in. */
  cwd?: string;
  /** Where the files go; a new folder when left out. */
  out?: string;
  /**
   * What is started: `uat`, a shell that waits for it, as a step of a pipeline does, or a shell that reads only the
   * first line of what it says.
   */
  start?: keyof typeof starts;
}

// A shell with something left to do does not replace itself by its command.
const starts = {
  uat: [],
  parent: ['sh', '-c', '"$@"; true', 'sh'],
  reader: ['sh', '-c', '"$@" | head -n 1', 'sh'],
};

/** What other runs compiled also serves one with a temporary folder of its own. */
const compiledBefore = {
  NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache'),
  PLAYWRIGHT_TRANSFORM_CACHE_DIR: path.join(tmpdir(), `playwright-transform-cache-${process.geteuid?.()}`),
};

/** Starts a command of the real `uat` on the config of these tests. */
export function startCommand(args: string[], options: Omit<SpawnUatOptions, 'out'> = {}) {
  const { env = {}, config = harnessConfig, cwd, start = 'uat' } = options;
  const [file = '', ...rest] = [...starts[start], process.execPath, main, ...args];
  return execa(file, rest, {
    reject: false,
    stdin: 'ignore',
    ...(cwd === undefined ? {} : { cwd }),
    // One that is asked to stop may take its time, and is not killed for it.
    forceKillAfterDelay: false,
    // Nothing of the surrounding run may leak into the one that is tested.
    extendEnv: false,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NO_COLOR: '1',
      UAT_CONFIG: config,
      ...compiledBefore,
      ...env,
    },
  });
}

/** Starts a run of the real `uat` on the config of these tests, with a folder of its own for its files. */
export function startUat(args: string[], { out = temporaryFolder(), ...options }: SpawnUatOptions = {}) {
  return { child: startCommand(['--out', out, ...args], options), out };
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
  const verdict = verdictSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr, out, verdict };
}
