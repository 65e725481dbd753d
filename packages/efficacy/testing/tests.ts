import type { PlannedTest } from '@uat/runner';

/** A test whose coverage names these defects. */
export function aTest(id: string, regressions: string[]): PlannedTest {
  return {
    id,
    title: id,
    file: `suites/authnz/${id}.spec.ts:1`,
    area: 'authnz',
    capability: id,
    tickets: ['ENG-1'],
    regressions,
    dependency: false,
  };
}
