import { rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/config';
import { execa } from 'execa';

/**
 * Git's name for the sources as they lie here, with what is changed and what is new: the same name, the same sources.
 * `undefined` outside a checkout.
 * @param folder for the index that git needs, beside the one of the checkout, which stays as it is.
 */
export async function sourcesTree(folder: string): Promise<string | undefined> {
  const index = path.join(folder, 'index');
  const git = (...args: string[]) =>
    execa('git', args, { cwd: projectRoot, env: { GIT_INDEX_FILE: index }, reject: false });
  try {
    for (const args of [
      ['read-tree', 'HEAD'],
      ['add', '--all'],
    ])
      if ((await git(...args)).exitCode !== 0) return undefined;
    const { exitCode, stdout } = await git('write-tree');
    return exitCode === 0 ? stdout : undefined;
  } finally {
    rmSync(index, { force: true });
  }
}
