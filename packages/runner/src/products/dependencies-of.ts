import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact } from '@uat/artifacts';
import { infrastructureError } from '@uat/core';
import { baseRoot, cacheFolder } from '@uat/hosts';
import { execa } from 'execa';

export interface FetchOptions {
  say: (line: string) => void;
  /** Aborted to cancel the download. */
  signal: AbortSignal;
}

/**
 * The folder with the dependencies of a Debian package that a clean machine lacks, downloaded once from the mirrors of
 * this machine, because clean machines have no network; `undefined` when there are none.
 * @throws UatError (infrastructure) when they cannot be downloaded.
 */
export async function dependenciesOf(
  { kind, file, sha256, name, depends }: Artifact,
  { say, signal }: FetchOptions,
): Promise<string | undefined> {
  if (kind !== 'deb' || depends.length === 0) return undefined;
  const { root } = await baseRoot({ log: say, signal });
  const id = path.basename(path.dirname(root));
  const folder = path.join(cacheFolder(), 'dependencies', `${sha256.slice(0, 16)}-${id}`);
  if (!existsSync(folder)) await fetchInto(folder, { file, name, root, say, signal });
  return readdirSync(folder).some((one) => one.endsWith('.deb')) ? folder : undefined;
}

async function fetchInto(
  folder: string,
  { file, name, root, say, signal }: FetchOptions & { file: string; name: string; root: string },
): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(path.join(fresh, 'partial'), { recursive: true });
  try {
    // The package status of the clean machine, not that of this one, decides what is missing.
    const { exitCode, all } = await execa(
      'apt-get',
      [
        ...['-y', '-q', '--no-install-recommends', '--download-only', '-o', 'Debug::NoLocking=1'],
        ...['-o', `Dir::State::status=${path.join(root, 'var/lib/dpkg/status')}`],
        ...['-o', `Dir::Cache::archives=${fresh}`, 'install', file],
      ],
      {
        ...{ env: { DEBIAN_FRONTEND: 'noninteractive' }, all: true, reject: false, stdin: 'ignore' },
        cancelSignal: signal,
      },
    );
    signal.throwIfAborted();
    if (exitCode !== 0) {
      const reason = all.split('\n').find((line) => line.startsWith('E:')) ?? all.trim().slice(-200);
      throw infrastructureError(
        `The dependencies of ${name} could not be downloaded: ${reason} Run apt-get update, or correct the package sources of this machine.`,
      );
    }
    await rm(path.join(fresh, 'partial'), { recursive: true });
    // When the mirror has the same version, apt also downloads the package itself, which must not be there beforehand.
    for (const own of readdirSync(fresh).filter((one) => one.startsWith(`${name}_`)))
      await rm(path.join(fresh, own));
    await rename(fresh, folder);
    const count = readdirSync(folder).length;
    if (count > 0) say(`fetched  ${count} dependencies of ${name}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
