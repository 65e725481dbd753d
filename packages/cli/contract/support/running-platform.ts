import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type PlatformReady, platformReadyLine, platformReadySchema } from '@uat/config';
import { execa } from 'execa';

/** A platform in a process of its own, as somebody else's deployment would be. */
export interface RunningPlatform extends AsyncDisposable {
  ready: PlatformReady;
  /** Ends it without a word, as a crash does. */
  kill(): Promise<void>;
}

export async function runningPlatform(...args: string[]): Promise<RunningPlatform> {
  const main = fileURLToPath(import.meta.resolve('@uat/platform/main'));
  const child = execa(process.execPath, [main, '--json', ...args], {
    reject: false,
    stdin: 'ignore',
    buffer: false,
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await child;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const found = platformReadyLine.exec(line)?.groups?.['UAT_PLATFORM'];
    if (found === undefined) continue;
    return {
      ready: platformReadySchema.parse(JSON.parse(found)),
      kill: () => end('SIGKILL'),
      [Symbol.asyncDispose]: () => end('SIGTERM'),
    };
  }
  throw new Error('the platform ended before it was ready');
}
