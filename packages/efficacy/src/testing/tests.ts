import type { PlannedTest } from '@uat/record';

/** A test whose coverage names these faults. */
export function aTest(id: string, catches: string[]): PlannedTest {
  return {
    id,
    aliases: [],
    title: id,
    file: `suites/authnz/${id}.spec.ts:1`,
    area: 'authnz',
    capability: id,
    tickets: ['ENG-1'],
    catches,
    severity: 'normal',
    retries: 0,
    requires: [],
    dependency: false,
  };
}
