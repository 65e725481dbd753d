import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jsonIn, projectRoot } from '@uat/core';
import { type Verdict, verdictSchema } from '@uat/record';
import { execa } from 'execa';

/** The end of a command of `uat`. */
export interface SceneEnd {
  /** Undefined when it was killed. */
  exitCode: number | undefined;
  /** Undefined when it wrote none. */
  verdict: Verdict | undefined;
  output: string;
  /** Files that hold the secret of the scene. */
  leaks: string[];
}

export interface UatProcessOptions {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
}

/** A command that takes longer has hung, which is wrong in every situation. */
const endsWithinMs = 180_000;

/** Starts a command of the real `uat`, which sees no variable of the surrounding process but those of the machine. */
export function uatProcess(args: readonly string[], { cwd, env, signal }: UatProcessOptions) {
  return execa(process.execPath, [main, ...args], {
    ...{ cwd, reject: false, stdin: 'ignore', all: true, extendEnv: false, timeout: endsWithinMs },
    ...{ cancelSignal: signal, forceKillAfterDelay: 15_000 },
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      UAT_BROWSER: process.env['UAT_BROWSER'],
      NO_COLOR: '1',
      NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache'),
      ...env,
    },
  });
}

/** The verdict in a run's folder, if it wrote one. */
export function verdictIn(folder: string): Verdict | undefined {
  const file = path.join(folder, 'verdict.json');
  return existsSync(file) ? verdictSchema.safeParse(jsonIn(readFileSync(file, 'utf8'))).data : undefined;
}

const main = path.join(projectRoot, 'packages', 'cli', 'src', 'main.ts');
