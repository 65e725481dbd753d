import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { type HostCapability, hostCapabilities } from '../capability.ts';
import type { HostProbe } from '../host-driver.ts';
import { hostName } from '../host-name.ts';
import { cgroupRoot, makeCgroup, removeCgroup } from './cgroups.ts';
import { hostsFolder } from './hosts-folder.ts';

const needsInit: ReadonlySet<HostCapability> = new Set(['init', 'power-cut']);

/** Probes what overlay hosts can do on this machine, in a folder that is removed again. */
export async function probeOverlay({ init }: { init: boolean }): Promise<HostProbe> {
  const noRoot = await whyNoOverlay();
  const noInit = noRoot ?? (init ? await whyNoInit() : 'a chroot has no init');
  const reasonFor = (capability: HostCapability) => (needsInit.has(capability) ? noInit : noRoot);
  return {
    capabilities: new Set(hostCapabilities.filter((capability) => reasonFor(capability) === undefined)),
    missing: hostCapabilities.flatMap((capability) => {
      const reason = reasonFor(capability);
      return reason === undefined ? [] : [{ capability, reason }];
    }),
  };
}

async function whyNoOverlay(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `clean hosts need Linux, and this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'clean hosts need root, and this user is not';

  const folder = path.join(hostsFolder(), hostName());
  await mkdir(folder, { recursive: true });
  try {
    const attempt =
      'cd "$1" && mkdir low up work root && mount -t overlay -o lowerdir=low,upperdir=up,workdir=work overlay root';
    const isolated = [
      '--mount',
      '--pid',
      '--fork',
      '--uts',
      '--ipc',
      '--net',
      '--',
      'sh',
      '-c',
      attempt,
      'sh',
      folder,
    ];
    const { exitCode, stderr, shortMessage } = await execa('unshare', isolated, {
      reject: false,
      stdin: 'ignore',
    });
    if (exitCode === 0) return undefined;
    return `this machine does not allow an overlay in its own namespaces: ${stderr.trim().split('\n')[0] || shortMessage}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function whyNoInit(): Promise<string | undefined> {
  const hierarchy = cgroupRoot();
  if (hierarchy === undefined) return 'an init needs the unified cgroup hierarchy, which is not mounted here';
  try {
    await removeCgroup(makeCgroup(hierarchy, hostName()));
    return undefined;
  } catch (error) {
    return `an init needs a cgroup of its own: ${error instanceof Error ? error.message : String(error)}`;
  }
}
