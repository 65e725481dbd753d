import type { SceneEnd } from './scene/uat-process.ts';
import type { Expectation, Situation } from './situation.ts';

/** A situation whose scene and twin have been played. */
export interface PlayedSituation {
  situation: Situation;
  end: SceneEnd;
  twin: SceneEnd;
  /** Seconds of its scene, without the twin's. */
  seconds: number;
}

/** The part of an end that is compared with the expectation. */
export type ObservedEnd = Omit<Expectation, 'exitCode'> & {
  exitCode: number | null;
  /** What happened beside the verdict: the first troubles, or the end of the output. */
  trouble: string[];
  /** Files that hold the secret of the scene. */
  leaks: string[];
};

/** The score of one situation. */
export interface SituationScore {
  situation: string;
  row: string;
  trouble: string;
  expected: Expectation;
  got: ObservedEnd;
  isRight: boolean;
  /** Green, although it must not be. */
  isFalseGreen: boolean;
  /** Infrastructure called a regression, or the reverse. */
  isConfused: boolean;
  /** Its twin is not green. */
  isFalseAlarm: boolean;
  seconds: number;
}

/** Compares the end of a situation with the expected one, and its twin with green. */
export function score({ situation, end, twin, seconds }: PlayedSituation): SituationScore {
  const { id, row, trouble, expected } = situation;
  const got = observed(end, expected);
  return {
    ...{ situation: id, row, trouble, expected, got, seconds },
    isRight: isAsExpected(got, expected),
    isFalseGreen: expected.exitCode !== 0 && isGreen(end),
    isConfused: isConfused(got, expected),
    isFalseAlarm: !isGreen(twin),
  };
}

/** Whether a pipeline or a person would take the end for green. */
const isGreen = ({ exitCode, verdict }: SceneEnd) => exitCode === 0 || verdict?.kind === 'pass';

const tookForTheOther = new Map([
  ['infrastructure', 'regression'],
  ['regression', 'infrastructure'],
]);
const kindOfExit = new Map([
  [1, 'regression'],
  [3, 'infrastructure'],
]);

function isConfused(got: ObservedEnd, expected: Expectation): boolean {
  const right = expected.kind ?? kindOfExit.get(expected.exitCode) ?? '';
  const said = got.kind ?? kindOfExit.get(got.exitCode ?? 0) ?? '';
  return tookForTheOther.get(right) === said;
}

function isAsExpected(got: ObservedEnd, { exitCode, kind, cause, counts = {} }: Expectation): boolean {
  return (
    got.exitCode === exitCode &&
    (kind === undefined || got.kind === kind) &&
    (cause === undefined || got.cause === cause) &&
    got.leaks.length === 0 &&
    Object.entries(counts).every(([name, count]) =>
      Object.entries(got.counts ?? {}).some(([one, is]) => one === name && is === count),
    )
  );
}

function observed({ exitCode, verdict, output, leaks }: SceneEnd, { counts = {} }: Expectation): ObservedEnd {
  if (verdict === undefined)
    return { exitCode: exitCode ?? null, trouble: [output.trim().slice(-600)], leaks };
  const causes = new Set(verdict.failures.map((failure) => failure.cause));
  const [cause] = causes;
  return {
    exitCode: exitCode ?? null,
    kind: verdict.kind,
    ...(cause === undefined || causes.size > 1 ? {} : { cause }),
    counts: Object.fromEntries(Object.entries(verdict.counts).filter(([name]) => name in counts)),
    trouble: verdict.trouble.slice(0, 3),
    leaks,
  };
}
