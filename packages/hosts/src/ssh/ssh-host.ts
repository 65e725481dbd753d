import { configurationError, infrastructureError } from '@uat/core';
import { execa } from 'execa';
import getPort from 'get-port';
import type { HostCapability } from '../capability.ts';
import { asText, type Run } from '../command/run-command.ts';
import { readFacts } from '../facts/read-facts.ts';
import { changesBetween } from '../files/changes-between.ts';
import { filesByCommand } from '../files/files-by-command.ts';
import type { Host } from '../host.ts';
import { findSnapshot } from './find-snapshot.ts';

export interface SshHostOptions {
  destination: string;
  capabilities: ReadonlySet<HostCapability>;
  /** The ssh command line, without the destination. */
  ssh: readonly string[];
  run: Run;
  close: () => Promise<void>;
}

const bootSeconds = 300;

/** A machine provided by its owner and already running; all requests share one ssh connection. */
export function sshHost({ destination, capabilities, ssh, run, close }: SshHostOptions): Host {
  const cannot = (what: string) => async (): Promise<never> => {
    throw configurationError(`${destination} is a machine over ssh: ${what}.`);
  };
  return {
    name: destination,
    driver: 'ssh',
    capabilities,
    async boot() {
      const { stdout } = await run(['systemctl', 'is-system-running', '--wait'], { seconds: bootSeconds });
      const state = stdout.toString().trim();
      if (state === 'running' || state === 'degraded') return state;
      throw infrastructureError(
        `${destination} did not finish booting: systemd reports ${JSON.stringify(state)}`,
      );
    },
    stop: cannot('it stays on'),
    powerCut: cannot('its power cannot be cut'),
    checkpoint: cannot('its disk cannot be frozen'),
    run: async (argv, options) => asText(await run(argv, options)),
    ...filesByCommand(run),
    facts: () => readFacts(run),
    snapshot: () => findSnapshot(run),
    changesSince: async (before) => changesBetween(before, await findSnapshot(run)),
    async forward(port) {
      const front = await getPort({ host: '127.0.0.1' });
      const way = `127.0.0.1:${front}:127.0.0.1:${port}`;
      const [command = '', ...args] = ssh;
      const asked = (what: string) => execa(command, [...args, '-O', what, '-L', way, destination]);
      await asked('forward');
      return {
        url: `http://127.0.0.1:${front}`,
        port: front,
        [Symbol.asyncDispose]: async () => void (await asked('cancel')),
      };
    },
    [Symbol.asyncDispose]: close,
  };
}
