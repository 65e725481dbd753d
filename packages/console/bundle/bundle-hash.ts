import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A hash over the console's files and the installed versions of what it bundles. */
export async function bundleHash(root: string, dependencies: string[]): Promise<string> {
  const [files, versions] = await Promise.all([
    sources(root),
    Promise.all(dependencies.map(installedVersion(root))),
  ]);
  const hash = createHash('sha256');
  for (const part of [...versions, ...files.flat()]) {
    // The length keeps two neighbouring parts from being read as one.
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('hex').slice(0, 16);
}

async function sources(root: string): Promise<(string | Buffer)[][]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/^(node_modules|\.cache)\b|\.test\.tsx?$/.test(relative(root, path)))
    .toSorted();
  return Promise.all(paths.map(async (path) => [relative(root, path), await readFile(path)]));
}

function installedVersion(root: string) {
  return async (name: string): Promise<string> => {
    const manifest = join(root, 'node_modules', name, 'package.json');
    const text = await readFile(manifest, 'utf8').catch(() => '{}');
    return `${name}@${JSON.parse(text).version ?? 'absent'}`;
  };
}
