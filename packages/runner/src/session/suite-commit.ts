import { projectRoot } from '@uat/core';
import { execa } from 'execa';

/** The short commit hash of the suites, with `+` when there are uncommitted changes; `null` outside a checkout. */
export async function suiteCommit(): Promise<string | null> {
  const git = (...args: string[]) => execa('git', args, { cwd: projectRoot, reject: false });
  const [head, changes] = await Promise.all([
    git('rev-parse', '--short', 'HEAD'),
    git('status', '--porcelain', '--untracked-files=no'),
  ]);
  if (head.exitCode !== 0) return null;
  return `${head.stdout}${changes.stdout === '' ? '' : '+'}`;
}
