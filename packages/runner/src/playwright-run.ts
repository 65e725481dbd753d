import { execa } from 'execa';
import type { Session } from '@uat/config';
import { playwrightCli } from './playwright-cli.ts';

export interface PlaywrightRunOptions {
  /** Where `playwright.config.ts` lies. */
  root: string;
  /** Where results go; without it Playwright reports on its own (UI mode). */
  runFolder: string | undefined;
  session: Session;
  lane: string;
  configFile?: string | undefined;
  /** Arguments of `playwright test`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Shown in the report. */
  environment: Record<string, string>;
  /** Aborted when the run has to stop; Playwright then ends its tests and its reporters finish. */
  stop: AbortSignal;
}

/** How long Playwright has to end its tests after it was asked to stop. */
const stopWithinMs = 8_000;

/**
 * Runs `playwright test` on a target and gives its exit code; `undefined` when it was killed. It gets a process group
 * of its own, so that Ctrl-C reaches it once, through `stop`, and a channel by which it notices when we die.
 */
export async function playwrightRun(options: PlaywrightRunOptions): Promise<number | undefined> {
  const { root, runFolder, session, lane, configFile, args, env, environment, stop } = options;
  const child = execa(process.execPath, [playwrightCli, 'test', ...args], {
    cwd: root,
    extendEnv: false,
    env: {
      ...env,
      UAT_SESSION: JSON.stringify(session),
      ...(runFolder === undefined ? {} : { UAT_RUN_FOLDER: runFolder }),
      UAT_LANE: lane,
      UAT_ENVIRONMENT: JSON.stringify(environment),
      ...(configFile === undefined ? {} : { UAT_CONFIG: configFile }),
    },
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    detached: true,
    ipc: true,
    reject: false,
  });

  const end = () => {
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), stopWithinMs).unref();
  };
  stop.addEventListener('abort', end, { once: true });
  if (stop.aborted) end();
  const { exitCode } = await child;
  stop.removeEventListener('abort', end);
  return exitCode;
}
