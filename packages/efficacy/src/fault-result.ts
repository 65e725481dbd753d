import type { StopCondition, Verdict } from '@uat/record';
import { type Defect, isAboutFault } from '@uat/runner';

/** A row of the matrix: the tests that turned red on a platform with one fault. */
export interface MatrixRow {
  regression: string;
  /** Ids of the red tests that are about the fault, the earliest first. */
  caughtBy: string[];
  /** Ids of the tests that are red for another reason. */
  alsoRed: string[];
  /** Seconds from the start of the platform to the end of the first test that caught it; `null` when none did. */
  seconds: number | null;
}

/** The result of measuring one fault. */
export type FaultResult =
  | {
      kind: 'caught';
      row: MatrixRow;
      /** Ids of tests that are also red, for which the fault gives no reason. */
      unexplained: string[];
    }
  | { kind: 'survived'; row: MatrixRow }
  /** The platform did not start with the fault, or stopped: the tests could not judge it. */
  | { kind: 'broken'; row: MatrixRow; why: string };

/** Whether the tests of a run were judged, red or green, rather than prevented by the machine or the configuration. */
export function isJudged({ kind }: Pick<Verdict, 'kind'>): boolean {
  return kind === 'pass' || kind === 'regression' || kind === 'empty';
}

/**
 * The result of a run on a platform with one fault. A red test catches the fault when its coverage names it, or its
 * message shows the symptom; where the fault names a check, only that one does. A test that is also red on the clean
 * platform proves nothing.
 */
export function faultResult(defect: Defect, verdict: Verdict, falseAlarms: readonly string[]): FaultResult {
  if (!isJudged(verdict)) {
    const why = verdict.trouble[0] ?? verdict.failures[0]?.error ?? 'the run could not be judged';
    return { kind: 'broken', row: emptyRow(defect.id), why };
  }
  const red = verdict.failures
    .filter(({ id, class: cause }) => cause === 'product' && !falseAlarms.includes(id))
    .toSorted((a, b) => (a.foundAfter ?? Infinity) - (b.foundAfter ?? Infinity));
  const stopOn = stopConditionFor(defect, falseAlarms);
  const { caught = [], other = [] } = Object.groupBy(red, (one) =>
    isAboutFault(stopOn, one) ? 'caught' : 'other',
  );
  const row: MatrixRow = {
    regression: defect.id,
    caughtBy: caught.map(({ id }) => id),
    alsoRed: other.map(({ id }) => id),
    seconds: caught[0]?.foundAfter ?? null,
  };
  const { check, alsoRed } = defect;
  const isCaught = check === undefined ? caught.length > 0 : caught.some(({ title }) => title === check);
  if (!isCaught && verdict.counts.notRun > 0) {
    const why = verdict.trouble[0] ?? `${verdict.counts.notRun} tests did not run`;
    return { kind: 'broken', row: emptyRow(defect.id), why };
  }
  if (!isCaught) return { kind: 'survived', row };
  const unexplained = other.filter(
    ({ title }) => alsoRed !== undefined && !alsoRed.some((one) => one.check === title || one.check === '*'),
  );
  return { kind: 'caught', row, unexplained: unexplained.map(({ id }) => id) };
}

/** The failure that proves a fault caught, and ends a run that looks for no more. */
export function stopConditionFor(
  { id, check, symptom }: Defect,
  falseAlarms: readonly string[],
): StopCondition {
  return {
    fault: id,
    ...(symptom === undefined ? {} : { symptom: { source: symptom.source, flags: symptom.flags } }),
    ...(check === undefined ? {} : { check }),
    except: [...falseAlarms],
  };
}

/** The result of a fault that no test claims to catch: nothing needs to run. */
export function unclaimed({ id }: Defect): FaultResult {
  return { kind: 'survived', row: emptyRow(id) };
}

const emptyRow = (regression: string): MatrixRow => ({
  regression,
  caughtBy: [],
  alsoRed: [],
  seconds: null,
});
