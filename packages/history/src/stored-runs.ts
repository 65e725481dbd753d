import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonIn } from '@uat/core';
import { type Verdict, verdictSchema } from '@uat/record';

/** A run of which a verdict is there. */
export interface EarlierRun {
  folder: string;
  verdict: Verdict;
}

/** The runs under `.uat/runs`, the newest first; those without a verdict (killed, or going on) are left out. */
export function earlierRuns(root: string): EarlierRun[] {
  const runs = path.join(root, '.uat', 'runs');
  const folders = existsSync(runs) ? readdirSync(runs).map((name) => path.join(runs, name)) : [];
  return folders
    .flatMap((folder) => {
      const verdict = verdictIn(folder);
      return verdict === undefined ? [] : [{ folder, verdict }];
    })
    .toSorted((a, b) => b.verdict.startedAt.localeCompare(a.verdict.startedAt));
}

/** The verdict in a run's folder; `undefined` when there is none, or none that this code can read. */
export function verdictIn(folder: string): Verdict | undefined {
  const file = path.join(folder, 'verdict.json');
  return existsSync(file) ? verdictSchema.safeParse(jsonIn(readFileSync(file, 'utf8'))).data : undefined;
}
