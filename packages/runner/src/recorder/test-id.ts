import path from 'node:path';
import type { FullConfig, TestCase } from '@playwright/test/reporter';
import { slug } from 'github-slugger';
import type { ProjectMetadata } from '../playwright/area-projects.ts';

/**
 * The id of a test: `area/file#slug-of-the-title`. It is stable when lines or describe blocks move; repetitions
 * (`--repeat-each`) get `~2`, `~3` …, and tests of one of several products its name: `@acme-deb`.
 */
export function testId(test: TestCase, config: FullConfig): string {
  const project = test.parent.project();
  const { area = '', product } = (project?.metadata ?? {}) as Partial<ProjectMetadata>;
  const file = path.relative(project?.testDir ?? config.rootDir, test.location.file);
  const name = file.replaceAll(path.sep, '/').replace(/\.spec\.ts$/, '');
  const copy = product === undefined ? '' : `@${product}`;
  const repetition = test.repeatEachIndex === 0 ? '' : `~${test.repeatEachIndex + 1}`;
  return `${area}/${name}#${slug(test.title.toWellFormed())}${copy}${repetition}`;
}
