import type { Verdict } from '@uat/record';
import type { SoughtFailure } from '@uat/record';
import { isAbout } from '@uat/runner';
import type { CataloguedFault } from '@uat/faults';

/** A fault of the catalogue, as far as measuring needs to know it. */
export type MeasuredFault = Pick<CataloguedFault, 'id' | 'sentence' | 'source' | 'symptom' | 'caughtBy'>;

/** A row of the matrix: which tests turned red on a platform with one fault. */
export interface MatrixRow {
  fault: string;
  /** Ids of the red tests that are about the fault, the earliest first. */
  caughtBy: string[];
  /** Ids of the tests that are red for another reason. */
  alsoRed: string[];
  /** From the moment the platform was there to the end of the first test that caught it; `null` when none did. */
  seconds: number | null;
}

/** What became of one fault. */
export type Finding =
  | {
      kind: 'caught';
      row: MatrixRow;
      /** Ids of tests that are also red and for which the fault gives no reason. */
      unexplained: string[];
    }
  | { kind: 'survived'; row: MatrixRow }
  /** The platform did not start with it, or did not stay, so that no test could judge. */
  | { kind: 'broken'; row: MatrixRow; why: string };

/** Whether tests were judged in a run, red or green; otherwise the machine or the configuration had the last word. */
export function isJudged({ kind }: Pick<Verdict, 'kind'>): boolean {
  return kind === 'pass' || kind === 'regression' || kind === 'empty';
}

/**
 * Judges the verdict of a run on a platform with one fault. It is caught by a red test whose coverage names it, or whose
 * message is its symptom; where the fault says which check that has to be, by that one. A test that is red on the clean
 * platform, too, proves nothing.
 */
export function findingOf(fault: MeasuredFault, verdict: Verdict, falseAlarms: readonly string[]): Finding {
  if (!isJudged(verdict)) {
    const why = verdict.trouble[0] ?? verdict.failures[0]?.error ?? 'the run could not be judged';
    return { kind: 'broken', row: emptyRow(fault.id), why };
  }
  const red = verdict.failures
    .filter(({ id, class: blame }) => blame === 'product' && !falseAlarms.includes(id))
    .toSorted((a, b) => (a.foundAfter ?? Infinity) - (b.foundAfter ?? Infinity));
  const sought = soughtFailure(fault, falseAlarms);
  const { caught = [], other = [] } = Object.groupBy(red, (one) =>
    isAbout(sought, one) ? 'caught' : 'other',
  );
  const row: MatrixRow = {
    fault: fault.id,
    caughtBy: caught.map(({ id }) => id),
    alsoRed: other.map(({ id }) => id),
    seconds: caught[0]?.foundAfter ?? null,
  };
  const { test, alsoRed } = fault.caughtBy ?? {};
  const isCaught = test === undefined ? caught.length > 0 : caught.some(({ title }) => title === test);
  if (!isCaught && verdict.counts.notRun > 0) {
    const why = verdict.trouble[0] ?? `${verdict.counts.notRun} tests did not run`;
    return { kind: 'broken', row: emptyRow(fault.id), why };
  }
  if (!isCaught) return { kind: 'survived', row };
  const unexplained = other.filter(
    ({ title }) => alsoRed !== undefined && !alsoRed.some((one) => one.test === title || one.test === '*'),
  );
  return { kind: 'caught', row, unexplained: unexplained.map(({ id }) => id) };
}

/** The failure that, when it stays, is a catch of the fault: it ends a run that asks for no more. */
export function soughtFailure(
  { id, caughtBy, symptom }: MeasuredFault,
  falseAlarms: readonly string[],
): SoughtFailure {
  return {
    fault: id,
    ...(symptom === undefined ? {} : { symptom: { source: symptom.source, flags: symptom.flags } }),
    ...(caughtBy === undefined ? {} : { test: caughtBy.test }),
    except: [...falseAlarms],
  };
}

/** The finding on a fault that no test claims to notice: nothing needs to run. */
export function unclaimed({ id }: MeasuredFault): Finding {
  return { kind: 'survived', row: emptyRow(id) };
}

const emptyRow = (fault: string): MatrixRow => ({
  fault,
  caughtBy: [],
  alsoRed: [],
  seconds: null,
});
