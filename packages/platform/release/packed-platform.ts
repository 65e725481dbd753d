import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type PackageFormat, type ReleaseFolder, writeReleaseFolder } from '@uat/artifacts';
import { z } from 'zod';

import { pruneBundles } from '@uat/console';
import { platformVersion } from '../src/settings.ts';
import { platformPlan } from './platform-plan.ts';
import { releaseContent } from './release-content.ts';
import { sourceHash } from './source-hash.ts';

const releases = {
  previous: { version: '1.1.0', follows: '1.1.0', hasNewestMigration: false },
  current: { version: platformVersion, follows: '1.1.0', hasNewestMigration: true },
  next: { version: '1.3.0', follows: platformVersion, hasNewestMigration: true },
};

/** File with the contents of a folder of packages. */
const index = 'release.json';
const cache = path.resolve(import.meta.dirname, '../.cache/release');

/**
 * The packages of the platform: the previous release, the current one, and a next one without programs, which serves
 * to be refused. They are written once for the same sources. `say` receives progress messages;
 * `signal` aborts between two steps.
 * @throws UatError (infrastructure) when a package cannot be written.
 */
export async function packedPlatform({
  say = () => undefined,
  signal = new AbortController().signal,
}: { say?: (line: string) => void; signal?: AbortSignal } = {}): Promise<ReleaseFolder> {
  const formats = formatsHere(say);
  const folder = path.join(cache, `${await sourceHash()}-${formats.join('-')}`);
  const packed = await packedIn(folder);
  if (packed !== undefined) {
    await utimes(folder, new Date(), new Date());
    return packed;
  }
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(path.join(cache, 'unfinished-'));
  try {
    await pack(unfinished, formats, { say, signal });
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await pruneBundles(cache);
  const written = await packedIn(folder);
  if (written === undefined) throw new Error(`The packages in ${folder} are gone; start again.`);
  return written;
}

async function pack(
  folder: string,
  formats: PackageFormat[],
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  say('building the platform …');
  const before = await releaseContent(releases.previous);
  signal.throwIfAborted();
  const present = await releaseContent(releases.current);
  signal.throwIfAborted();
  const plans = {
    previous: platformPlan(releases.previous, before),
    current: platformPlan(releases.current, present),
    next: platformPlan(releases.next, { ...present, programs: [] }),
  };
  const released = await writeReleaseFolder(plans, {
    ...{ folder, formats, say, signal, parts: present.parts },
  });
  const asNames = (_: string, value: unknown) => (typeof value === 'string' ? path.basename(value) : value);
  await writeFile(path.join(folder, index), JSON.stringify(released, asNames));
}

/** The packages in a folder; `undefined` when there are none. */
async function packedIn(folder: string): Promise<ReleaseFolder | undefined> {
  const written = await readFile(path.join(folder, index), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return written === undefined ? undefined : releaseSchema(folder).parse(JSON.parse(written));
}

function releaseSchema(folder: string) {
  const file = z.string().transform((name) => path.join(folder, name));
  const packages = z.object({ deb: file, rpm: file, tarball: file }).partial();
  const release = packages.extend({ version: z.string(), sboms: packages });
  return z.object({
    folder: z.string().transform(() => folder),
    ...{ previous: release, current: release, next: release },
    ...{ sums: file, signature: file, publicKey: file },
  });
}

function formatsHere(say: (line: string) => void): PackageFormat[] {
  if (spawnSync('rpmbuild', ['--version']).error === undefined) return ['deb', 'rpm', 'tarball'];
  say('no RPM is packed: rpmbuild is not installed (apt-get install rpm)');
  return ['deb', 'tarball'];
}
