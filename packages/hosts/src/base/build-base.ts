import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import type { z } from 'zod';
import { readXattrs } from '../files/read-xattrs.ts';
import { pathsBelow } from '../files/paths-below.ts';
import { baseRecipe } from './base-recipe.ts';
import type { BuildOptions } from './build-options.ts';
import { ensureMmdebstrap } from './ensure-mmdebstrap.ts';
import { type baseManifest, contentOf, stampOf } from './manifest.ts';

/**
 * Builds the base root in a folder, replacing any earlier one.
 * @throws UatError (infrastructure) when it cannot be built here, with what to do about it.
 */
export async function buildBase(folder: string, { log, signal }: BuildOptions): Promise<void> {
  const started = Date.now();
  const mirror = process.env['UAT_DEBIAN_MIRROR'] ?? 'http://deb.debian.org/debian';
  await ensureMmdebstrap({ log, signal });

  const fresh = `${folder}.${process.pid}`;
  const root = path.join(fresh, 'root');
  await mkdir(fresh, { recursive: true });
  try {
    const { suite, packages, finish } = baseRecipe;
    const building = execa(
      'mmdebstrap',
      [
        '--variant=apt',
        '--mode=root',
        `--include=${packages.join(',')}`,
        '--aptopt=Acquire::http::Timeout "20"',
        '--aptopt=Acquire::Retries "1"',
        `--customize-hook=${finish}`,
        suite,
        root,
        ...(process.env['UAT_DEBIAN_MIRROR'] === undefined ? [] : [mirror]),
      ],
      { reject: false, stdin: 'ignore', stdout: 'ignore', stderr: ['pipe'], cancelSignal: signal },
    );
    for await (const line of building.iterable({ from: 'stderr' })) {
      if (line.startsWith('I: ')) log(`  ${line.slice(3)}`);
    }
    const { exitCode, stderr } = await building;
    signal.throwIfAborted();
    if (exitCode !== 0) throw unbuildable(mirror, stderr);

    const manifest: z.infer<typeof baseManifest> = {
      builtAt: new Date().toISOString(),
      content: contentOf(root),
      stamp: stampOf(root),
      xattrs: Object.fromEntries(await readXattrs(['chroot', root], pathsBelow(root, ''))),
    };
    await writeFile(path.join(fresh, 'manifest.json'), JSON.stringify(manifest));
    if (existsSync(folder)) await rm(folder, { recursive: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  log(`  the base root is built (${((Date.now() - started) / 1000).toFixed(0)} s): ${folder}`);
}

function unbuildable(mirror: string, said: string) {
  // Of apt's output, the line below an Err gives the reason; mmdebstrap's last line only says that apt failed.
  const because =
    /^\s+(Could not .*|Connection .*|Temporary failure .*|\d{3} .*)/m.exec(said)?.[1] ??
    /^E: .*/m.exec(said)?.[0];
  return infrastructureError(
    `No base root for clean hosts can be built from ${mirror}: ${because?.trim() ?? said.trim().slice(-300)}. ` +
      `Set UAT_DEBIAN_MIRROR to a Debian mirror that this machine can reach, or copy the folder ${path.join('kamiwaza-uat', 'bases')} ` +
      `from the cache of a machine that has it (cp -a).`,
  );
}
