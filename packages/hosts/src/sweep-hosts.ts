import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { infrastructureError } from '@uat/core';
import { entriesIn } from './files/paths-below.ts';
import { isLeftOver } from './host-name.ts';
import { orphanedCgroups, removeCgroup } from './overlay/cgroups.ts';
import { hostsFolder } from './overlay/hosts-folder.ts';

/**
 * Removes the disks and cgroups of hosts whose process is gone, and returns how many there were. Whatever ran in such a
 * host ended with its process.
 * @throws UatError (infrastructure) when something is mounted in such a disk, which is then left alone.
 */
export async function sweepHosts(): Promise<number> {
  const left = entriesIn(hostsFolder()).filter(({ name }) => isLeftOver(name));
  for (const { parentPath, name } of left) {
    const folder = path.join(parentPath, name);
    const mounted = mountedBelow(folder);
    if (mounted !== undefined)
      throw infrastructureError(
        `${mounted} is still mounted in the disk of a killed run: unmount it and try again.`,
      );
    await rm(folder, { recursive: true, force: true });
  }
  const cgroups = orphanedCgroups();
  for (const cgroup of cgroups) await removeCgroup(cgroup);
  return new Set([...left.map(({ name }) => name), ...cgroups.map((cgroup) => path.basename(cgroup))]).size;
}

function mountedBelow(folder: string): string | undefined {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .find((place) => place.startsWith(`${folder}/`));
}
