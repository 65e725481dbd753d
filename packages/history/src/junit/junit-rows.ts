import { createHash } from 'node:crypto';
import { configurationError } from '@uat/core';
import { fingerprint, type Outcome, testCounts } from '@uat/record';
import type { HistoryResult } from '../store/history-result.ts';
import type { HistoryRows } from '../store/history-rows.ts';
import { type JunitCase, type JunitFile, readJunit } from './read-junit.ts';

/** The facts about a run that JUnit files leave out. */
export interface JunitRun {
  /** Start of the run; by default the earliest time in the files. */
  at?: Date | undefined;
  commit?: string | undefined;
  lane: string;
  target: string;
}

/**
 * One run from the JUnit files of another tool. Its id is a hash of what it holds, so the same files are the same run.
 * @throws UatError (configuration) that names file and line of a mistake, or the time that is missing.
 */
export async function junitRows(files: readonly JunitFile[], facts: JunitRun): Promise<HistoryRows> {
  const documents = await Promise.all(files.map(readJunit));
  const cases = documents.flatMap((document) => document.cases);
  const names = files.map(({ name }) => name).join(', ');
  if (cases.length === 0) throw configurationError(`There is no test case in ${names}.`);
  const times = documents.flatMap(({ startedAt }) => startedAt ?? []).toSorted((a, b) => +a - +b);
  const start = facts.at ?? times[0];
  if (start === undefined)
    throw configurationError(`There is no time in ${names}; say when the run began: --at 2026-11-22T18:31Z.`);

  const { lane, target, commit = null } = facts;
  const startedAt = start.toISOString();
  const content = JSON.stringify([startedAt, lane, target, commit, cases]);
  const runId = `junit-${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
  const ids = withRepetitions(cases.map(({ id }) => id));
  const results = cases.map(({ title, outcome, attempts, seconds, detail, error }, index): HistoryResult => ({
    ...{ test: ids[index] ?? '', title, runId, startedAt, commit, target, version: null, lane },
    ...{ outcome, attempts, seconds },
    ...(detail === undefined ? {} : { detail }),
    ...(error === undefined ? {} : { fingerprint: fingerprint(error) }),
  }));
  const seconds = Math.round(cases.reduce((sum, one) => sum + one.seconds, 0) * 1_000) / 1_000;
  return {
    run: {
      ...{ runId, startedAt, endedAt: new Date(start.valueOf() + seconds * 1_000).toISOString(), lane },
      ...{ target, version: null, contractVersion: null, commit, ...kindOf(cases), seconds },
      areas: [...new Set(ids.map((id) => id.split(/[/#]/)[0] ?? ''))].toSorted(),
      counts: { ...countsOf(results), dependency: 0 },
      ...{ planHash: null, full: false, source: 'junit' },
    },
    results,
  };
}

/** Distinct ids: a second case of the same name is a repetition of the first. */
function withRepetitions(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  });
}

function countsOf(results: readonly HistoryResult[]) {
  const outcomes = results.map(({ test, outcome }): [string, Outcome] => [
    test,
    { kind: outcome, failures: [] },
  ]);
  return testCounts(
    results.map(({ test }) => ({ id: test })),
    new Map(outcomes),
    new Set(),
  );
}

function kindOf(cases: readonly JunitCase[]): Pick<HistoryRows['run'], 'kind' | 'exitCode'> {
  if (cases.some(({ outcome }) => outcome === 'failed')) return { kind: 'regression', exitCode: 1 };
  const hasRun = cases.some(({ outcome }) => outcome === 'passed' || outcome === 'flaky');
  return hasRun ? { kind: 'pass', exitCode: 0 } : { kind: 'empty', exitCode: 4 };
}
