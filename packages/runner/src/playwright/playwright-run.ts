import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { execa } from 'execa';
import { configFile, descendantsOf, type Session } from '@uat/config';
import { environmentOfRun } from './environment-of-run.ts';
import { playwrightCli } from './playwright-cli.ts';
import type { SoughtFailure } from './sought-failure.ts';

export interface PlaywrightRunOptions {
  /** Where `playwright.config.ts` lies. */
  root: string;
  /** Where events go; without it Playwright reports on its own (UI mode). */
  runFolder: string | undefined;
  /** Where reporters write what is not redacted yet. */
  staging: string;
  session: Session;
  lane: string;
  /** The config that was named, if any, as seen from the folder of this process. */
  config?: string | undefined;
  /** Arguments of `playwright test`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Ids of the tests to run, when only some of the selected ones are wanted. */
  only?: readonly string[] | undefined;
  /** The failure for which the run is made: it ends when that has been seen, with `stopped` among its events. */
  sought?: SoughtFailure | undefined;
  /** Prints nothing, and writes only what a verdict needs: no report is made of the run. */
  quiet?: boolean | undefined;
  /** Shown in the report. */
  environment: Record<string, string>;
  /** Aborted when the run has to stop; Playwright then ends its tests and its reporters finish. */
  stop: AbortSignal;
}

/** How long Playwright has to end its tests after it was asked to stop; the target has to be cleaned after that. */
const stopWithinMs = 5_000;

/**
 * Runs `playwright test` on a target and gives its exit code; `undefined` when it was killed. It gets a process group
 * of its own, so that Ctrl-C reaches it once, through `stop`, and a channel by which it notices when we die.
 */
export async function playwrightRun(options: PlaywrightRunOptions): Promise<number | undefined> {
  const { root, runFolder, staging, session, lane, config, args, env, only, environment, stop } = options;
  const { sought, quiet = false } = options;
  const child = execa(process.execPath, [playwrightCli, 'test', ...args], {
    cwd: root,
    extendEnv: false,
    env: {
      ...compileCache(),
      ...environmentOfRun(env),
      UAT_SESSION: JSON.stringify(session),
      ...(runFolder === undefined ? {} : { UAT_RUN_FOLDER: runFolder, UAT_STAGING: staging }),
      UAT_LANE: lane,
      UAT_ENVIRONMENT: JSON.stringify(environment),
      ...(only === undefined ? {} : { UAT_ONLY: JSON.stringify(only) }),
      ...(sought === undefined ? {} : { UAT_SOUGHT: JSON.stringify(sought) }),
      ...(quiet ? { UAT_QUIET: '1' } : {}),
      // Playwright runs in another folder than whoever named it.
      UAT_CONFIG: configFile(config),
    },
    stdin: 'ignore',
    stdout: quiet ? 'ignore' : 'inherit',
    stderr: quiet ? 'ignore' : 'inherit',
    detached: true,
    ipc: true,
    reject: false,
  });

  const end = () => {
    child.kill('SIGINT');
    setTimeout(() => killTree(child.pid), stopWithinMs).unref();
  };
  stop.addEventListener('abort', end, { once: true });
  if (stop.aborted) end();
  const { exitCode } = await child;
  stop.removeEventListener('abort', end);
  // Killed itself, it leaves its workers, who would go on to write down how their tests ended.
  if (exitCode === undefined && child.pid !== undefined) kill(-child.pid);
  return exitCode;
}

/** Our own cache of compiled sources, for Playwright and its workers: most of what they do to start is compiling. */
function compileCache(): NodeJS.ProcessEnv {
  const folderOfThisNode = getCompileCacheDir();
  return folderOfThisNode === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(folderOfThisNode) };
}

/** Ends a process and all that it started: a worker that spins hears no signal, and outlives its parent. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  for (const one of [...descendantsOf(pid), pid]) kill(one);
}

/** @param pid Of a process, or negative of a process group, see kill(2). */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
