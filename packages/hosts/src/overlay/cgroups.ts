import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLeftOver } from '../host-name.ts';

/** Mount point of the unified cgroup hierarchy; `undefined` if there is none. */
export function cgroupRoot(): string | undefined {
  const mount = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .find((line) => line.includes(' - cgroup2 '));
  return mount?.split(' ')[4];
}

/** Creates a cgroup for one host. Its init sees it as the root, and it holds no process of another host. */
export function makeCgroup(root: string, name: string): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  return folder;
}

/** Removes a cgroup and its children once the last process in them is gone. */
export async function removeCgroup(folder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      removeBelow(folder);
      return;
    } catch (error) {
      // The kernel needs a moment to reap killed processes.
      const busy = error instanceof Error && 'code' in error && error.code === 'EBUSY';
      if (!busy || attempt === 100) throw error;
      await sleep(10);
    }
  }
}

function removeBelow(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeBelow(path.join(folder, entry.name));
  }
  rmdirSync(folder);
}

/** Cgroups of hosts whose process is gone. */
export function orphanedCgroups(): string[] {
  const root = cgroupRoot();
  if (root === undefined) return [];
  return readdirSync(root)
    .filter(isLeftOver)
    .map((name) => path.join(root, name));
}
