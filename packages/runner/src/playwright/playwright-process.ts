import { execa } from 'execa';
import { compileCache } from './compile-cache.ts';
import { playwrightEnvironment } from './playwright-environment.ts';
import { playwrightCli } from './playwright-cli.ts';

export interface PlaywrightProcessOptions {
  /** Where `playwright.config.ts` lies. */
  root: string;
  /** The file of the session. */
  session: string;
  /** Arguments of `playwright test`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Whether what it and the specs print is shown. */
  quiet: boolean;
}

/** `playwright test`, started; it loads the specs and waits until its target is there. Disposing ends it at once. */
export interface PlaywrightProcess extends AsyncDisposable {
  /** Lets the tests begin, and gives the exit code when all has ended; `undefined` when it was killed. */
  run(): Promise<number | undefined>;
  /** Asks it to end its tests as Ctrl-C does; it and all that it started are killed when it has not after five seconds. */
  interrupt(): void;
}

/** How long Playwright has to end its tests after it was asked to stop; the target has to be cleaned after that. */
const stopWithinMs = 5_000;

/**
 * Starts `playwright test`. It gets a process group of its own, so that Ctrl-C reaches it once, through the session, and
 * a channel by which it notices when we die.
 */
export function playwrightProcess(options: PlaywrightProcessOptions): PlaywrightProcess {
  const { root, session, args, env, quiet } = options;
  const child = execa(process.execPath, [playwrightCli, 'test', ...args], {
    cwd: root,
    extendEnv: false,
    env: { ...compileCache(), ...playwrightEnvironment(env), UAT_SESSION: session },
    stdin: 'ignore',
    stdout: quiet ? 'ignore' : 'inherit',
    stderr: quiet ? 'ignore' : 'inherit',
    detached: true,
    ipc: true,
    reject: false,
  });
  let isOver = false;
  const ended = child.then(({ exitCode }) => {
    isOver = true;
    // Killed itself, it leaves its workers, who would go on to write down how their tests ended.
    if (exitCode === undefined) killGroup(child.pid);
    return exitCode;
  });
  return {
    run() {
      // It may have ended already, with specs that cannot be loaded.
      void Promise.try(() => child.sendMessage('begin')).catch(() => undefined);
      return ended;
    },
    interrupt() {
      child.kill('SIGINT');
      setTimeout(() => isOver || killGroup(child.pid), stopWithinMs).unref();
    },
    async [Symbol.asyncDispose]() {
      if (isOver) return;
      killGroup(child.pid);
      await ended;
    },
  };
}

/** Ends Playwright and its workers, who are in one group: one that spins hears no signal, and would outlive its parent. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
