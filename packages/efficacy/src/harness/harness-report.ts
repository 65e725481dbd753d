import type { SituationScore } from './score.ts';

/** The data of `uat efficacy harness --json`. */
export interface HarnessReport {
  schemaVersion: 1;
  /** Number of situations. */
  total: number;
  /** Number of situations that ended as docs/outcomes.md says. */
  right: number;
  wrong: Pick<SituationScore, 'situation' | 'expected' | 'got'>[];
  /** Ids of the situations that were green and must not be. */
  falseGreens: string[];
  /** Ids of the situations in which infrastructure was called a regression, or the reverse. */
  confused: string[];
  /** Ids of the situations whose twin was not green. */
  falseAlarms: string[];
  /** Whether only situations were played that need no run of tests. */
  fast: boolean;
  /** Seconds of the whole measurement. */
  seconds: number;
  /** A row per situation, in the order of the list. */
  matrix: SituationScore[];
}

/** The share of situations that have to be right. */
const requiredShare = 0.97;

/** The report on the scores of all situations. */
export function harnessReport(
  scores: readonly SituationScore[],
  { fast, seconds }: Pick<HarnessReport, 'fast' | 'seconds'>,
): HarnessReport {
  const ids = (isOne: (score: SituationScore) => boolean) =>
    scores.filter(isOne).map(({ situation }) => situation);
  return {
    schemaVersion: 1,
    total: scores.length,
    right: scores.filter(({ isRight }) => isRight).length,
    wrong: scores
      .filter(({ isRight }) => !isRight)
      .map(({ situation, expected, got }) => ({ situation, expected, got })),
    falseGreens: ids(({ isFalseGreen }) => isFalseGreen),
    confused: ids(({ isConfused }) => isConfused),
    falseAlarms: ids(({ isFalseAlarm }) => isFalseAlarm),
    fast,
    seconds,
    matrix: [...scores],
  };
}

/** Whether a pipeline may trust the harness: 97 % right, and nothing that misleads. */
export function isTrustworthy({ total, right, falseGreens, confused, falseAlarms }: HarnessReport): boolean {
  const misleading = falseGreens.length + confused.length + falseAlarms.length;
  return right >= requiredShare * total && misleading === 0;
}
