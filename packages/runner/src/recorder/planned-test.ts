import path from 'node:path';
import type { FullConfig, Suite, TestCase, TestRun } from '@playwright/test/reporter';
import { coverageFrom } from '@uat/intent/coverage';
import { type Aliases, formerIds, type PlannedTest } from '@uat/record';
import type { ProjectMetadata } from '../playwright/area-projects.ts';
import { testId } from './test-id.ts';

export interface Plan {
  config: FullConfig;
  /** What former ids became. */
  aliases: Aliases;
  /** Names of the projects that run only because another needs them. */
  dependencies: ReadonlySet<string>;
  testRun: Pick<TestRun, 'mode'>;
}

/** What the harness knows of a test before it runs. */
export function plannedTest(test: TestCase, { config, aliases, dependencies, testRun }: Plan): PlannedTest {
  const project = test.parent.project();
  const { area = '', product } = (project?.metadata ?? {}) as Partial<ProjectMetadata>;
  const { file, line } = test.location;
  const coverage = coverageFrom(test.annotations);
  const id = testId(test, config);
  const group = orderedSuite(test, testRun);
  return {
    id,
    aliases: formerIds(aliases, id),
    // What is not well formed cannot be looked for in a file, where it stands as something else.
    title: test.title.toWellFormed(),
    file: `${path.relative(process.cwd(), file).replaceAll(path.sep, '/')}:${line}`,
    area,
    ...(product === undefined ? {} : { product }),
    // [root, project, file, describe …, title]
    capability: test.titlePath().slice(3, -1)[0] ?? path.basename(file, '.spec.ts'),
    tickets: coverage?.tickets ?? [],
    catches: coverage?.catches ?? [],
    severity: coverage?.severity ?? 'normal',
    retries: test.retries,
    requires: coverage?.requires ?? [],
    dependency: dependencies.has(project?.name ?? ''),
    ...(group === undefined ? {} : { group: group.titlePath().slice(1).join(' › ') }),
  };
}

/** The outermost describe block or file whose tests run in order, if the test has one. */
function orderedSuite({ parent }: TestCase, testRun: Pick<TestRun, 'mode'>): Suite | undefined {
  const suites: Suite[] = [];
  for (let suite: Suite | undefined = parent; suite !== undefined; suite = suite.parent) suites.push(suite);
  return suites.findLast(
    (suite) => (suite.type === 'describe' || suite.type === 'file') && testRun.mode(suite) !== 'parallel',
  );
}
