import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonIn, UatError } from '@uat/core';
import { fold, readRecord, type RunState, type Verdict, verdictSchema } from '@uat/record';

/** A stored run with a verdict. */
export interface StoredRun {
  folder: string;
  verdict: Verdict;
}

/** The runs in `.uat/runs`, newest first; a run without a verdict (killed, or still in progress) is left out. */
export function storedRuns(root: string): StoredRun[] {
  const runs = path.join(root, '.uat', 'runs');
  const folders = existsSync(runs) ? readdirSync(runs).map((name) => path.join(runs, name)) : [];
  return folders
    .flatMap((folder) => {
      const verdict = verdictIn(folder);
      return verdict === undefined ? [] : [{ folder, verdict }];
    })
    .toSorted((a, b) => b.verdict.startedAt.localeCompare(a.verdict.startedAt));
}

/** The verdict in a run's folder; `undefined` when there is none, or none that this version can read. */
export function verdictIn(folder: string): Verdict | undefined {
  const file = path.join(folder, 'verdict.json');
  return existsSync(file) ? verdictSchema.safeParse(jsonIn(readFileSync(file, 'utf8'))).data : undefined;
}

/** The state of the run in a folder; `undefined` when there is no record, or none that this version can read. */
export function stateIn(folder: string): RunState | undefined {
  try {
    return fold(readRecord(folder));
  } catch (error) {
    if (error instanceof UatError) return undefined;
    throw error;
  }
}
