import { readFileSync } from 'node:fs';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import type { BuildOptions } from './build-options.ts';

/**
 * Ensures that mmdebstrap, which builds the base root, is installed: as root on Debian or Ubuntu it is installed once.
 * @throws UatError (infrastructure) when it cannot be installed, with what to install.
 */
export async function ensureMmdebstrap({ log, signal }: BuildOptions): Promise<void> {
  if ((await quietly('mmdebstrap', ['--version'], signal)).exitCode === 0) return;
  const packages = ['mmdebstrap', 'debian-archive-keyring'];
  if (process.getuid?.() !== 0 || !isDebian()) {
    throw infrastructureError(
      `Clean hosts need mmdebstrap to build their base root, and it is not installed on this machine: as root, install ${packages.join(' and ')}.`,
    );
  }

  log('mmdebstrap is not installed on this machine: installing it (once)');
  // Another apt may be running: wait for it, as long as a slow one takes.
  const apt = ['-o', 'DPkg::Lock::Timeout=240', '-y', '-q'];
  const run = (args: string[]) => {
    log(`  apt-get ${args.join(' ')}`);
    return quietly('apt-get', [...apt, ...args], signal);
  };
  await run(['update']);
  const { exitCode, all } = await run(['install', '--no-install-recommends', ...packages]);
  signal.throwIfAborted();
  if (exitCode === 0) return;
  const reason = /^E: .*/m.exec(all)?.[0] ?? all.trim().slice(-200);
  throw infrastructureError(
    `mmdebstrap, which builds the base root of clean hosts, could not be installed: ${reason} ` +
      `Install ${packages.join(' and ')} by hand and try again.`,
  );
}

async function quietly(command: string, args: string[], cancelSignal: AbortSignal) {
  return execa(command, args, {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    reject: false,
    stdin: 'ignore',
    all: true,
    cancelSignal,
  });
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
