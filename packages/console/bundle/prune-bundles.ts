import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const hour = 3_600_000;

/** Removes old builds from the cache. Keeps the two bundles used last, and all that were used within the last hour. */
export async function pruneBundles(cache: string, now = Date.now()): Promise<void> {
  const found = await Promise.all((await readdir(cache)).map((name) => used(cache, name)));
  const old = found.flatMap((entry) => entry ?? []).toSorted((a, b) => b.usedAt - a.usedAt);
  const bundles = old.filter(({ unfinished }) => !unfinished);
  const doomed = [...bundles.slice(2), ...old.filter(({ unfinished }) => unfinished)];
  await Promise.all(
    // Another process may prune at the same time.
    doomed
      .filter(({ usedAt }) => now - usedAt > hour)
      .map(({ path }) => rm(path, { recursive: true, force: true })),
  );
}

async function used(cache: string, name: string) {
  const path = join(cache, name);
  const found = await stat(path).catch(() => null);
  return found && { path, usedAt: found.mtimeMs, unfinished: name.startsWith('unfinished-') };
}
