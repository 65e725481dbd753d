import path from 'node:path';
import type { FullConfig, TestCase } from '@playwright/test/reporter';
import { coverageFrom } from '@uat/config';
import type { PlannedTest } from '@uat/record';
import { slug } from 'github-slugger';
import type { ProjectMetadata } from '../playwright/area-projects.ts';

/**
 * What the harness knows of a test before it runs. The id, `area/file#slug-of-the-title`, does not change when lines
 * or describe blocks move; repetitions (`--repeat-each`) get `~2`, `~3` …, one of several products its name: `@acme-deb`.
 */
export function plannedTest(test: TestCase, dependency: boolean, config: FullConfig): PlannedTest {
  const project = test.parent.project();
  const { area = '', product } = (project?.metadata ?? {}) as Partial<ProjectMetadata>;
  const file = path
    .relative(project?.testDir ?? config.rootDir, test.location.file)
    .replaceAll(path.sep, '/');
  const name = file.replace(/\.spec\.ts$/, '');
  const repetition = test.repeatEachIndex === 0 ? '' : `~${test.repeatEachIndex + 1}`;
  // What is not well formed cannot be looked for in a file, where it stands as something else.
  const title = test.title.toWellFormed();
  const coverage = coverageFrom(test.annotations);
  return {
    id: `${area}/${name}#${slug(title)}${product === undefined ? '' : `@${product}`}${repetition}`,
    title,
    file: `${path.relative(process.cwd(), test.location.file).replaceAll(path.sep, '/')}:${test.location.line}`,
    area,
    ...(product === undefined ? {} : { product }),
    // [root, project, file, describe …, title]
    capability: test.titlePath().slice(3, -1)[0] ?? path.posix.basename(name),
    tickets: coverage?.tickets ?? [],
    catches: coverage?.regressions ?? [],
    severity: coverage?.severity ?? 'normal',
    retries: test.retries,
    requires: coverage?.needs ?? [],
    dependency,
  };
}
