import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');

// Inputs of the packages, and the code that builds them.
const sources = [
  'pnpm-lock.yaml',
  'packages/artifacts/src',
  ...['bundle', 'index.html', 'package.json', 'src', 'vite.config.ts'].map(
    (name) => `packages/console/${name}`,
  ),
  'packages/platform/release',
  'packages/platform/src',
  'packages/contract/openapi.json',
  'packages/contract/src',
];

/** A hash of the inputs: the same sources on the same Node give the same one. */
export async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(
    `${process.version} ${process.arch} ${process.env['SOURCE_DATE_EPOCH'] ?? ''}`,
  );
  for (const source of sources) {
    for (const file of await filesIn(path.join(repository, source))) {
      hash.update(`\0${path.relative(repository, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return undefined;
      throw error;
    },
  );
  if (entries === undefined) return [place];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map(({ name, parentPath }) => path.join(parentPath, name))
    .toSorted();
}
