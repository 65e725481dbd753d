import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { infrastructureError, projectRoot, jsonIn } from '@uat/core';
import { type RunRequest, type Verdict, verdictSchema } from '@uat/record';
import { execa } from 'execa';

/** The result of a run in a process of its own. */
export interface SpawnedSession {
  verdict: Verdict;
  /** Output of the process. */
  output: string;
}

/**
 * Makes one run in a process of its own, also from within another run, by a request file. Removes its files afterwards,
 * and leaves `.uat/last` unchanged.
 * @param env Additional variables, such as the credentials of the target.
 * @throws UatError (infrastructure) with the end of its output when it left no verdict.
 */
export async function spawnSession(
  request: Omit<RunRequest, 'out' | 'aside'>,
  env: NodeJS.ProcessEnv = {},
): Promise<SpawnedSession> {
  const folder = await mkdtemp(path.join(tmpdir(), 'uat-session-'));
  const [file, out] = [path.join(folder, 'request.json'), path.join(folder, 'run')];
  try {
    const whole: RunRequest = { ...request, out, aside: true };
    await writeFile(file, JSON.stringify(whole), { mode: 0o600 });
    const { all } = await execa(process.execPath, [main, 'run', '--request', file, '--no-report'], {
      cwd: projectRoot,
      extendEnv: false,
      env: { ...withoutRun(process.env), ...env },
      stdin: 'ignore',
      reject: false,
      all: true,
    });
    const verdict = verdictSchema.safeParse(
      jsonIn(await readFile(path.join(out, 'verdict.json'), 'utf8').catch(() => '')),
    );
    if (verdict.success) return { verdict: verdict.data, output: all };
    throw infrastructureError(
      `A run in a process of its own left no verdict. Its output:\n${all.slice(-2_000)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The variables of uat that describe this machine; all others belong to the surrounding run. */
const ofTheMachine = new Set(['UAT_BROWSER', 'UAT_DEBIAN_MIRROR']);

function withoutRun(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('UAT_') || ofTheMachine.has(name)),
  );
}

const main = path.join(projectRoot, 'packages', 'cli', 'src', 'main.ts');
