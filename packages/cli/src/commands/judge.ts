import { existsSync } from 'node:fs';
import { readSymptoms, symptomsFile } from '@uat/config';
import { judgeRun } from '@uat/record';
import { writeVerdict } from '@uat/report';
import { runsRoot } from '@uat/runner';
import { runFolderOf } from '@uat/history';
import { showRun } from '../terminal/show-run.ts';

/**
 * `uat judge [RUN]`: makes verdict, summary, JUnit and result labels again from the record in a run's folder alone. Where
 * there is a `symptoms.yaml` today, it replaces the symptoms of the record. The exit code is the verdict's.
 * @throws UatError (configuration) when there is no record, or `symptoms.yaml` is malformed.
 */
export async function judge(which: string | undefined, { json }: { json?: string }): Promise<number> {
  const root = runsRoot({});
  const folder = runFolderOf(root, which);
  const today = existsSync(symptomsFile(root)) ? await readSymptoms(root) : undefined;
  const { state, verdict } = await judgeRun(folder, today);
  writeVerdict(folder, state, verdict);
  const recorded = state.policy.symptoms?.length ?? 0;
  if (today !== undefined || recorded > 0)
    process.stderr.write(`  ${symptomsSentence(today?.length, recorded, symptomsFile(root))}\n`);
  await showRun({ folder, state, verdict }, { report: false, json });
  return verdict.exitCode;
}

/** The origin of the symptoms by which a run was judged. */
function symptomsSentence(today: number | undefined, recorded: number, file: string): string {
  if (today !== undefined) return `symptoms ${today} of today's ${file}`;
  return `symptoms ${recorded} of the record; there is no ${file}`;
}
