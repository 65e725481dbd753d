import { createInterface } from 'node:readline';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';

/** A process at the head of namespaces of its own. */
export interface Isolated {
  /** As this machine numbers it: its namespaces are found by it. */
  pid: number;
  /** Resolves when it is gone, however it went. */
  gone: Promise<unknown>;
  /** Lets go of it: its input ends. */
  release(): void;
}

/**
 * Starts a command and waits for its line `ready PID`.
 * @throws UatError (infrastructure) when it ends before that, with what it said.
 */
export async function startIsolated(command: string, args: readonly string[]): Promise<Isolated> {
  const started = execa(command, args, { reject: false });
  const ready = await new Promise<string | undefined>((resolve) => {
    createInterface({ input: started.stdout })
      .on('line', (line) => line.startsWith('ready ') && resolve(line))
      .on('close', () => resolve(undefined));
  });
  if (ready === undefined) {
    const { stderr, exitCode } = await started;
    throw infrastructureError(
      `A clean host could not be started on this machine: ${stderr.trim().split('\n')[0] || `${command} ended with ${exitCode}`}`,
    );
  }
  return {
    pid: Number(ready.split(' ')[1]),
    gone: started,
    release: () => started.stdin.end(),
  };
}
