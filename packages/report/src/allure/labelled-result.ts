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

/** The fields that we use of a result as allure-playwright writes it, one per attempt. */
export const allureResultSchema = z.looseObject({
  testCaseId: z.string(),
  historyId: z.string().optional(),
  status: z.string().optional(),
  labels: z.array(z.looseObject({ name: z.string(), value: z.string() })),
  parameters: z.array(z.looseObject({ name: z.string(), excluded: z.boolean().optional() })),
});
export type AllureResult = z.output<typeof allureResultSchema>;

/** The final result of a test, as reports label it. */
export interface TestResult {
  test: PlannedTest;
  /** Id of its history: the first id that the test had. */
  historyId: string;
  areaTitle: string;
  /** Name of the target, or of the product where there are several. */
  target: string;
  outcome: Outcome['kind'];
  /** Class of a failure. */
  class: FailureClass | undefined;
  /** Missing requirement of a test that is not eligible. */
  missing: string | undefined;
  /** Ids of the faults that it claims to catch. */
  faults: readonly string[];
}

/** Allure's key of a test: a hash, so that it never contains text that redaction would remove. */
export function resultKey(id: string): string {
  return createHash('md5').update(id).digest('hex');
}

/** The final results of a run's tests, by the key of a raw result and by that of a labelled one. */
export function finalResults(state: RunState, verdict: Verdict): Map<string, TestResult> {
  const outcomes = outcomesOf(state);
  const ids = new Set(state.planned.map(({ id }) => id));
  const classes = new Map(
    [...verdict.failures, ...verdict.flaky].map((failure) => [failure.id, failure.class]),
  );
  const final = state.assigned.map((test): TestResult => ({
    test,
    // If another test has that id now, the report would merge the two.
    historyId: test.aliases.find((alias) => !ids.has(alias)) ?? test.id,
    areaTitle: state.areaTitles[test.area] ?? test.area,
    target: test.product ?? verdict.target.name,
    outcome: outcomes.get(test.id)?.kind ?? 'notRun',
    class: classes.get(test.id),
    missing: state.ineligible.get(test.id)?.requires,
    faults: test.catches.filter((id) => state.target?.faults.includes(id)),
  }));
  return new Map([
    ...final.map((one): [string, TestResult] => [resultKey(one.historyId), one]),
    ...final.map((one): [string, TestResult] => [resultKey(one.test.id), one]),
  ]);
}

/** A raw result with the labels of its final result. Changes nothing else; applying it twice has no further effect. */
export function labelledResult(result: AllureResult, final: TestResult): AllureResult {
  const { test, areaTitle, target, outcome, missing, faults } = final;
  const isRed = result.status === 'failed' || result.status === 'broken';
  const ours = {
    epic: areaTitle,
    feature: test.capability,
    target,
    outcome: labelledOutcomes.has(outcome) ? outcome : undefined,
    missing: outcome === 'notEligible' ? missing : undefined,
    class: isRed ? final.class : undefined,
    'known issue': isRed && faults.length > 0 ? faults.join(', ') : undefined,
  };
  const key = resultKey(final.historyId);
  return {
    ...result,
    testCaseId: key,
    historyId: key,
    // Allure makes parameters a part of the key: measured values would begin a new history with each run.
    parameters: result.parameters.map((one) => ({ ...one, excluded: true })),
    labels: [
      ...result.labels.filter(({ name }) => !Object.hasOwn(ours, name)),
      ...Object.entries(ours).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    ],
  };
}

/** Outcomes that the status of a raw result does not show. */
const labelledOutcomes: ReadonlySet<Outcome['kind']> = new Set(['flaky', 'notEligible', 'notRun']);
