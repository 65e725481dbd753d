import { projectRoot } from '@uat/core';
import { execa } from 'execa';

/**
 * The commit of the suites, twelve digits in every clone, with `+` when there are uncommitted changes; `null` outside a
 * checkout.
 */
export async function suiteCommit(): Promise<string | null> {
  const git = (...args: string[]) => execa('git', args, { cwd: projectRoot, reject: false });
  const [head, changes] = await Promise.all([
    git('rev-parse', 'HEAD'),
    git('status', '--porcelain', '--untracked-files=no'),
  ]);
  if (head.exitCode !== 0) return null;
  return `${head.stdout.slice(0, 12)}${changes.stdout === '' ? '' : '+'}`;
}
