import type { StopCondition, Verdict } from '@uat/record';
import { isAboutFault } from '@uat/runner';
import type { MeasuredFault } from './measured-fault.ts';

/** A row of the matrix: the tests that turned red on a platform with one fault. */
export interface MatrixRow {
  fault: string;
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
 * message shows the symptom; where the fault names a test, only that one does. A test that is also red on the clean
 * platform proves nothing.
 */
export function faultResult(
  fault: MeasuredFault,
  verdict: Verdict,
  falseAlarms: readonly string[],
): FaultResult {
  if (!isJudged(verdict)) {
    const why = verdict.trouble[0] ?? verdict.failures[0]?.error ?? 'the run could not be judged';
    return { kind: 'broken', row: emptyRow(fault.id), why };
  }
  const red = verdict.failures
    .filter(({ id, cause }) => cause === 'product' && !falseAlarms.includes(id))
    .toSorted((a, b) => (a.foundAfter ?? Infinity) - (b.foundAfter ?? Infinity));
  const stopOn = stopConditionFor(fault, falseAlarms);
  const { caught = [], other = [] } = Object.groupBy(red, (one) =>
    isAboutFault(stopOn, one) ? 'caught' : 'other',
  );
  const row: MatrixRow = {
    fault: fault.id,
    caughtBy: caught.map(({ id }) => id),
    alsoRed: other.map(({ id }) => id),
    seconds: caught[0]?.foundAfter ?? null,
  };
  const { caughtBy } = fault;
  const isCaught =
    caughtBy === undefined ? caught.length > 0 : caught.some(({ title }) => title === caughtBy.test);
  if (!isCaught && verdict.counts.notRun > 0) {
    const why = verdict.trouble[0] ?? `${verdict.counts.notRun} tests did not run`;
    return { kind: 'broken', row: emptyRow(fault.id), why };
  }
  if (!isCaught) return { kind: 'survived', row };
  const unexplained = other.filter(
    ({ title }) =>
      caughtBy?.alsoRed !== undefined && !caughtBy.alsoRed.some(({ test }) => test === title || test === '*'),
  );
  return { kind: 'caught', row, unexplained: unexplained.map(({ id }) => id) };
}

/** The failure that proves a fault caught, and ends a run that looks for no more. */
export function stopConditionFor(
  { id, caughtBy, symptom }: MeasuredFault,
  falseAlarms: readonly string[],
): StopCondition {
  return {
    fault: id,
    ...(symptom === undefined ? {} : { symptom: { source: symptom.source, flags: symptom.flags } }),
    ...(caughtBy === undefined ? {} : { test: caughtBy.test }),
    except: [...falseAlarms],
  };
}

/** The result of a fault that no test claims to catch: nothing needs to run. */
export function unclaimed({ id }: MeasuredFault): FaultResult {
  return { kind: 'survived', row: emptyRow(id) };
}

const emptyRow = (fault: string): MatrixRow => ({
  fault,
  caughtBy: [],
  alsoRed: [],
  seconds: null,
});
