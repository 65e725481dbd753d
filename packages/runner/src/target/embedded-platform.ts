import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { infrastructureError } from '@uat/core';
import { type PlatformReady, platformReadyLine, platformReadySchema } from '@uat/config';

/** The embedded target, running in a process of its own until disposed. */
export interface EmbeddedPlatform extends AsyncDisposable {
  ready: PlatformReady;
}

const startWithinMs = 60_000;
const stopWithinMs = 3_000;

export interface EmbeddedPlatformOptions {
  /** Where the platform's log goes. */
  logFile: string;
  /** Told what the platform says while it starts: building the console for the first time takes a while. */
  say: (line: string) => void;
  /** Ids of the faults that it has. */
  faults?: readonly string[];
  signal: AbortSignal;
}

/**
 * Starts the platform and waits until it is ready. It has a process group of its own, so that Ctrl-C does not take it
 * away from tests that still clean up, and a channel by which it notices when we die.
 * @throws UatError (infrastructure) with its last words when it does not start.
 */
export async function embeddedPlatform({
  logFile,
  say,
  faults = [],
  signal,
}: EmbeddedPlatformOptions): Promise<EmbeddedPlatform> {
  if (signal.aborted)
    throw infrastructureError('The embedded platform was not started: the run was stopped.');
  const isClean = faults.length === 0;
  const main = fileURLToPath(import.meta.resolve(isClean ? '@uat/platform/main' : '@uat/faults/platform'));
  const seeded = isClean ? [] : ['--fault', faults.join(',')];
  const child = execa(process.execPath, [main, '--json', '--random-passwords', '--testing', ...seeded], {
    stdin: 'ignore',
    buffer: false,
    detached: true,
    ipc: true,
    reject: false,
    forceKillAfterDelay: stopWithinMs,
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await child;
  };

  const log = createWriteStream(logFile, { flags: 'a' });
  // A log that cannot be written is no reason to end a run; where results go has been checked before.
  log.on('error', () => undefined);
  const lastWords: string[] = [];
  let starting = true;
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.write(`${line}\n`);
    if (!starting) return;
    lastWords.push(line);
    say(line);
  });

  const ready = new Promise<PlatformReady>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = platformReadyLine.exec(line)?.groups?.['UAT_PLATFORM'];
      if (found !== undefined) resolve(platformReadySchema.parse(JSON.parse(found)));
    });
    const fail = (why: string) =>
      reject(infrastructureError(`The embedded platform ${why}.\n${lastWords.slice(-5).join('\n')}`.trim()));
    void child.then(({ exitCode }) => fail(`did not start (exit code ${exitCode ?? 'unknown'})`));
    setTimeout(() => fail(`was not ready within ${startWithinMs / 1000} s`), startWithinMs).unref();
    signal.addEventListener('abort', () => fail('was stopped while it started'), { once: true });
  });

  try {
    return { ready: await ready, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    starting = false;
  }
}
