import { execa } from 'execa';
import { compileCache } from './compile-cache.ts';
import { playwrightEnvironment } from './playwright-environment.ts';
import { playwrightCli } from './playwright-cli.ts';

export interface PlaywrightProcessOptions {
  /** Folder of `playwright.config.ts`. */
  root: string;
  /** Path of the session file. */
  session: string;
  /** Arguments of `playwright test`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Whether to hide the output of Playwright and the specs. */
  quiet: boolean;
}

/** A started `playwright test`, which loads the specs and then waits for the target. Disposing kills it. */
export interface PlaywrightProcess extends AsyncDisposable {
  /** Lets the tests begin; resolves to the exit code, or to `undefined` when it was killed. */
  run(): Promise<number | undefined>;
  /** Interrupts the tests as Ctrl-C does; after five seconds it kills the whole process group. */
  interrupt(): void;
}

/** Time for Playwright to end its tests after an interrupt; the clean-up of the target follows. */
const stopWithinMs = 5_000;

/**
 * Starts `playwright test` in a process group of its own, so that Ctrl-C reaches it only through the session, with an
 * IPC channel by which it notices the death of this process.
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
    // If only Playwright was killed, its workers would go on and report results.
    if (exitCode === undefined) killGroup(child.pid);
    return exitCode;
  });
  return {
    run() {
      // It may have ended already, when specs cannot be loaded.
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

/**
 * Kills Playwright and its workers, one process group: a busy worker would not handle a signal, and outlive its parent.
 */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended in the meantime.
  }
}
