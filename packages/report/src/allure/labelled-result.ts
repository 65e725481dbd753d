import { createHash } from 'node:crypto';
import {
  type FailureClass,
  type Outcome,
  outcomesOf,
  type PlannedTest,
  type RunState,
  type Verdict,
} from '@uat/record';
import { z } from 'zod';

/** What we know the fields of, in a result as allure-playwright writes it: one attempt of a test. */
export const allureResultSchema = z.looseObject({
  testCaseId: z.string(),
  historyId: z.string().optional(),
  status: z.string().optional(),
  labels: z.array(z.looseObject({ name: z.string(), value: z.string() })),
  parameters: z.array(z.looseObject({ name: z.string(), excluded: z.boolean().optional() })),
});
export type AllureResult = z.output<typeof allureResultSchema>;

/** What is known of a test when its run is judged. */
export interface TestResult {
  test: PlannedTest;
  /** The id by which its history is kept: the first that it had. */
  historyId: string;
  areaTitle: string;
  /** The target, or the product where there are several. */
  target: string;
  outcome: Outcome['kind'];
  /** Who is to blame, of a failed test. */
  class: FailureClass | undefined;
  /** What a test cannot be judged without and was missing. */
  missing: string | undefined;
  /** Ids of the faults that are switched on and that it is there to catch. */
  faults: readonly string[];
}

/** What Allure calls a test; a hash, so that nothing that is blanked out of a report can stand in it. */
export function resultKey(id: string): string {
  return createHash('md5').update(id).digest('hex');
}

/** The tests of a run, each by every key that its results may have: as they were written, and after they were labelled. */
export function finalResults(state: RunState, verdict: Verdict): Map<string, TestResult> {
  const outcomes = outcomesOf(state);
  const ids = new Set(state.planned.map(({ id }) => id));
  const classes = new Map(verdict.failures.map((failure) => [failure.id, failure.class]));
  const judged = state.assigned.map((test): TestResult => ({
    test,
    // Where another test has that id now, the two would be one in the report.
    historyId: test.aliases.find((alias) => !ids.has(alias)) ?? test.id,
    areaTitle: state.areaTitles[test.area] ?? test.area,
    target: test.product ?? verdict.target.name,
    outcome: outcomes.get(test.id)?.kind ?? 'notRun',
    class: classes.get(test.id),
    missing: state.ineligible.get(test.id)?.requires,
    faults: test.catches.filter((id) => state.target?.faults.includes(id)),
  }));
  return new Map([
    ...judged.map((one): [string, TestResult] => [resultKey(one.historyId), one]),
    ...judged.map((one): [string, TestResult] => [resultKey(one.test.id), one]),
  ]);
}

/** A result with what is known only afterwards. Nothing else is changed, and doing it twice is doing it once. */
export function labelledResult(result: AllureResult, judged: TestResult): AllureResult {
  const { test, areaTitle, target, outcome, missing, faults } = judged;
  const isRed = result.status === 'failed' || result.status === 'broken';
  const ours = {
    epic: areaTitle,
    feature: test.capability,
    target,
    outcome: toldOutcomes.has(outcome) ? outcome : undefined,
    missing: outcome === 'notEligible' ? missing : undefined,
    class: isRed ? judged.class : undefined,
    'known issue': isRed && faults.length > 0 ? faults.join(', ') : undefined,
  };
  const key = resultKey(judged.historyId);
  return {
    ...result,
    testCaseId: key,
    historyId: key,
    // Allure makes them a part of the key: what is measured would begin a new history with each run.
    parameters: result.parameters.map((one) => ({ ...one, excluded: true })),
    labels: [
      ...result.labels.filter(({ name }) => !Object.hasOwn(ours, name)),
      ...Object.entries(ours).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    ],
  };
}

/** What the status of a result does not say. */
const toldOutcomes: ReadonlySet<Outcome['kind']> = new Set(['flaky', 'notEligible', 'notRun']);
