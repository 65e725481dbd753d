import type { Verdict } from '@uat/record';
import type { StopCondition } from '@uat/record';
import { isAboutFault } from '@uat/runner';
import type { Defect } from '@uat/runner';

/** A row of the matrix: which tests turned red on a platform with one defect. */
export interface MatrixRow {
  regression: string;
  /** Ids of the red tests that are about the defect, the earliest first. */
  caughtBy: string[];
  /** Ids of the tests that are red for another reason. */
  alsoRed: string[];
  /** From the moment the platform was there to the end of the first test that caught it; `null` when none did. */
  seconds: number | null;
}

/** What became of one defect. */
export type FaultResult =
  | {
      kind: 'caught';
      row: MatrixRow;
      /** Ids of tests that are also red and for which the defect gives no reason. */
      unexplained: string[];
    }
  | { kind: 'survived'; row: MatrixRow }
  /** The platform did not start with it, or did not stay: nobody could judge. */
  | { kind: 'broken'; row: MatrixRow; why: string };

/** Whether tests were judged in a run, red or green; otherwise the machine or the configuration had the last word. */
export function isJudged({ kind }: Pick<Verdict, 'kind'>): boolean {
  return kind === 'pass' || kind === 'regression' || kind === 'empty';
}

/**
 * Judges the verdict of a run on a platform with one defect. It is caught by a red test whose coverage names it, or whose
 * message is its symptom; where the defect says which check that has to be, by that one. A test that is red on the clean
 * platform, too, proves nothing.
 */
export function faultResult(defect: Defect, verdict: Verdict, falseAlarms: readonly string[]): FaultResult {
  if (!isJudged(verdict)) {
    const why = verdict.trouble[0] ?? verdict.failures[0]?.error ?? 'the run could not be judged';
    return { kind: 'broken', row: emptyRow(defect.id), why };
  }
  const red = verdict.failures
    .filter(({ id, class: blame }) => blame === 'product' && !falseAlarms.includes(id))
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

/** The failure that, when it stays, is a catch of the defect: it ends a run that asks for no more. */
export function stopConditionFor({ id, check, symptom }: Defect, falseAlarms: readonly string[]): StopCondition {
  return {
    fault: id,
    ...(symptom === undefined ? {} : { symptom: { source: symptom.source, flags: symptom.flags } }),
    ...(check === undefined ? {} : { check }),
    except: [...falseAlarms],
  };
}

/** The result on a defect that no test claims to notice: nothing needs to run. */
export function unclaimed({ id }: Defect): FaultResult {
  return { kind: 'survived', row: emptyRow(id) };
}

const emptyRow = (regression: string): MatrixRow => ({
  regression,
  caughtBy: [],
  alsoRed: [],
  seconds: null,
});
