import { fold, judge as judgeState, readRecord } from '@uat/record';
import { writeVerdict } from '@uat/report';
import { runsRoot } from '@uat/runner';
import { runFolderOf } from '@uat/history';
import { showRun } from '../terminal/show-run.ts';

/**
 * `uat judge [RUN]`: makes verdict, summary, JUnit and result labels again from the record in a run's folder alone. The
 * exit code is the verdict's.
 */
export async function judge(which: string | undefined, { json }: { json?: string }): Promise<number> {
  const folder = runFolderOf(runsRoot({}), which);
  const state = fold(readRecord(folder));
  const verdict = judgeState(state);
  writeVerdict(folder, state, verdict);
  await showRun({ folder, state, verdict }, { report: false, json });
  return verdict.exitCode;
}
