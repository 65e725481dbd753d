import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { cataloguedFaults } from '@uat/faults';
import { execa } from 'execa';

/** A file of the project, and Git's name for what is in it. */
export interface SourceFile {
  path: string;
  content: string;
}

/**
 * The sources as they lie here, with what is changed and what is new; `undefined` outside a checkout.
 * @param folder for the index that git needs, beside the one of the checkout, which stays as it is.
 */
export async function sourceFiles(folder: string): Promise<SourceFile[] | undefined> {
  const index = path.join(folder, 'index');
  const git = (...args: string[]) =>
    execa('git', args, { cwd: projectRoot, env: { GIT_INDEX_FILE: index }, reject: false });
  try {
    for (const args of [
      ['read-tree', 'HEAD'],
      ['add', '--all'],
    ])
      if ((await git(...args)).exitCode !== 0) return undefined;
    const { exitCode, stdout } = await git('ls-files', '--stage');
    if (exitCode !== 0) return undefined;
    return stdout.split('\n').map((line) => {
      const [content = '', file = ''] = line.split('\t');
      return { path: file, content };
    });
  } finally {
    rmSync(index, { force: true });
  }
}

/** What no run of a suite reads. */
const besideTheRun = /^(?:docs|bench|\.ci|\.github)\/|^packages\/faults\/catalog\.json$|\.md$|\.test\.tsx?$/;

const isInCatalogue = (file: string) => file.startsWith('packages/faults/catalog/');

/**
 * A name for what a run of these areas with this fault is made of: where the name is the same, so is the run. The
 * suites of other areas and the files of other faults are no part of it.
 */
export function sourcesOfRun(
  files: readonly SourceFile[],
  { areas, fault: id }: { areas: readonly string[]; fault: string | undefined },
): string {
  const [fault] = id === undefined ? [] : cataloguedFaults([id]);
  const belongs = ({ path: file }: SourceFile) => {
    if (besideTheRun.test(file)) return false;
    const [, suite] = /^suites\/([^/]+)\//.exec(file) ?? [];
    if (suite !== undefined) return areas.includes(suite);
    return !isInCatalogue(file) || file === fault?.file;
  };
  const hash = createHash('sha256');
  for (const { path: file, content } of files.filter(belongs)) hash.update(`${content} ${file}\n`);
  // A file may define several.
  return hash.update(fault?.id ?? '').digest('hex');
}
