import path from 'node:path';
import { fold, judge as judgeState, readRecord } from '@uat/record';
import { terminalSummary, writeVerdict } from '@uat/report';
import { areaCounts } from '@uat/report';
import { runFolderOf } from '../run-folder-of.ts';
import { runsRoot } from '@uat/runner';
import { writeJson } from '../write-json.ts';

/**
 * `uat judge [RUN]`: makes verdict, summary and JUnit again from the record in a run's folder, and from nothing else;
 * gives the verdict's exit code.
 */
export async function judge(which: string | undefined, options: { json?: string }): Promise<number> {
  const folder = runFolderOf(runsRoot({}), which);
  const state = fold(readRecord(folder));
  const verdict = judgeState(state);
  writeVerdict(folder, state, verdict);
  if (options.json !== undefined) writeJson(options.json, verdict);
  if (options.json !== '-') {
    const files = { verdict: path.join(path.relative(process.cwd(), folder), 'verdict.json') };
    process.stdout.write(terminalSummary({ verdict, areas: areaCounts(state, verdict), files }));
  }
  return verdict.exitCode;
}
