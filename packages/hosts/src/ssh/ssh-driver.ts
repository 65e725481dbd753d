import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configurationError, infrastructureError, shellQuoted } from '@uat/core';
import { execa } from 'execa';
import { type HostCapability, hostCapabilities, type MissingCapability } from '../capability.ts';
import { hostCommand, hostEnvironment, runCommand, type Run } from '../command/run-command.ts';
import type { HostDriver, HostProbe } from '../host-driver.ts';
import { sshHost } from './ssh-host.ts';

export interface SshDriverOptions {
  /** Destination as `ssh` takes it: `root@host`, or a name from `~/.ssh/config`. */
  destination: string;
  /** Further arguments of `ssh`, such as `-p 2222` or `-i FILE`. */
  arguments?: readonly string[];
  /** Command that restores the clean state; a shell on this machine runs it before each host. */
  reset: string;
}

const resetSeconds = 900;

/**
 * A given machine over ssh. Its owner defines how it is reset; its capabilities are probed there. There is only one
 * machine: two hosts at the same time would share it.
 */
export function sshDriver({ destination, arguments: given = [], reset }: SshDriverOptions): HostDriver {
  const connect = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'uat-ssh-'));
    // One connection for all commands: opening a new one would take longer than most of them.
    const shared = [
      '-o',
      'ControlMaster=auto',
      '-o',
      `ControlPath=${folder}/control`,
      '-o',
      'ControlPersist=60',
    ];
    const ssh = ['ssh', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=15', ...shared, ...given];
    const run: Run = (argv, options = {}) => {
      const variables = Object.entries(hostEnvironment(options)).map(([name, value]) => `${name}=${value}`);
      const command = ['env', '-i', ...variables, ...hostCommand(argv, options)].map(shellQuoted).join(' ');
      return runCommand([...ssh, destination, command], { ...options, env: ownEnvironment() });
    };
    const close = async () => {
      await execa('ssh', [...ssh.slice(1), '-O', 'exit', destination], { reject: false });
      await rm(folder, { recursive: true, force: true });
    };
    return { ssh, run, close };
  };

  return {
    name: 'ssh',
    async probe() {
      const { run, close } = await connect();
      try {
        return await probeBy(run, destination);
      } finally {
        await close();
      }
    },
    async create({ from, tmpfs, diskMegabytes, readOnly, shared } = {}) {
      if ([from, tmpfs, diskMegabytes, readOnly, shared].some((option) => option !== undefined))
        throw configurationError(
          `A host over ssh is used as it is: the disks of ${destination} cannot be changed.`,
        );
      const { exitCode, stderr } = await execa(reset, {
        shell: true,
        reject: false,
        timeout: resetSeconds * 1000,
      });
      if (exitCode !== 0)
        throw infrastructureError(
          `The reset command of ${destination} ended with ${exitCode}: ${stderr.trim()}`,
        );

      const { ssh, run, close } = await connect();
      try {
        const { capabilities } = await probeBy(run, destination);
        return sshHost({ destination, capabilities, ssh, run, close });
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

/** Variables that `ssh` itself needs to find its keys and its agent. */
function ownEnvironment(): Record<string, string> {
  const names = ['HOME', 'PATH', 'SSH_AUTH_SOCK', 'USER'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

const probes: Partial<Record<HostCapability, { ask: string; reason: string }>> = {
  'root-user': { ask: '[ "$(id -u)" = 0 ]', reason: 'the ssh user is not root' },
  init: { ask: '[ -d /run/systemd/system ]', reason: 'systemd is not its init' },
  deb: { ask: 'command -v dpkg apt-get', reason: 'it has no dpkg and apt-get' },
  rpm: { ask: 'command -v rpm && ! command -v dpkg', reason: 'it is not an rpm-based system' },
  forward: { ask: 'true', reason: '' },
};

async function probeBy(run: Run, destination: string): Promise<HostProbe> {
  const script = Object.entries(probes).map(
    ([name, { ask }]) => `if (${ask}) >/dev/null 2>&1; then echo ${name}; fi`,
  );
  const { code, stdout, stderr } = await run(['sh', '-c', script.join('\n')]);
  if (code !== 0) throw infrastructureError(`${destination} cannot be reached over ssh: ${stderr.trim()}`);

  const can = new Set(stdout.toString().split('\n'));
  const missing = hostCapabilities
    .filter((capability) => !can.has(capability))
    .map((capability): MissingCapability => {
      const reason = probes[capability]?.reason ?? 'a machine over ssh does not support this';
      return { capability, reason: `${destination}: ${reason}` };
    });
  return { capabilities: new Set(hostCapabilities.filter((capability) => can.has(capability))), missing };
}
