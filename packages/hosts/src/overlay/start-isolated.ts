import { createInterface } from 'node:readline';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';

/** The first process in namespaces of its own. */
export interface Isolated {
  /** Pid on this machine, by which its namespaces are entered. */
  pid: number;
  /** Resolves when the process has ended for any reason. */
  gone: Promise<unknown>;
  /** Ends the process by closing its input. */
  release(): void;
}

/**
 * Starts a command and waits for its line `ready PID`.
 * @throws UatError (infrastructure) when it ends before that, with its error output.
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
