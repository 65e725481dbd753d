import type { RunState } from '@uat/record';
import type { TestResult } from './test-result.ts';

/** What earlier runs tell about times, in seconds. */
export interface RecordedDurations {
  /** Of passed tests, by id. */
  tests: ReadonlyMap<string, readonly number[]>;
  /** From the start of a run until its target was ready. */
  setUp: readonly number[];
}

/** Seconds of passed tests in the history, by id. A retry would count twice, so flaky results are left out. */
export function storedDurations(results: readonly TestResult[]): Map<string, number[]> {
  const passed = results.filter(({ outcome }) => outcome === 'passed');
  return new Map(
    [...Map.groupBy(passed, ({ test }) => test)].map(([test, all]) => [
      test,
      all.map(({ seconds }) => seconds),
    ]),
  );
}

/** The times of runs. A failed test says nothing about the time that it takes when it passes. */
export function recordedDurations(runs: readonly RunState[]): RecordedDurations {
  const passed = runs
    .flatMap(({ attempts }) => [...attempts.values()].flat())
    .filter(({ status }) => status === 'passed');
  return {
    tests: new Map(
      [...Map.groupBy(passed, ({ id }) => id)].map(([id, attempts]) => [
        id,
        attempts.map(({ ms }) => ms / 1_000),
      ]),
    ),
    setUp: runs.flatMap(({ header, target }) =>
      target?.readyAt === undefined
        ? []
        : [(Date.parse(target.readyAt) - Date.parse(header.startedAt)) / 1_000],
    ),
  };
}
