import type { Symptom } from '@uat/config';
import { fold, type RunState } from './fold.ts';
import { judge } from './judge/judge.ts';
import type { Verdict } from './judge/verdict-schema.ts';
import { readRecord } from './run-record.ts';
import { findSymptoms } from './symptoms/find-symptoms.ts';

/**
 * Judges the run in a folder from that folder alone.
 * @param symptoms The symptoms to label failures by; by default those that were in force when the run started.
 * @throws UatError (configuration) when there is no record, or it cannot be read.
 */
export async function judgeRun(
  folder: string,
  symptoms?: readonly Symptom[],
): Promise<{ state: RunState; verdict: Verdict }> {
  const state = fold(readRecord(folder));
  const found = await findSymptoms(folder, state, symptoms ?? state.policy.symptoms ?? []);
  return { state, verdict: judge(state, state.policy, found) };
}
