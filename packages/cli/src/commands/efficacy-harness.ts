import { chooseSituations, isTrustworthy, measureHarness, situations } from '@uat/efficacy';
import { chosenFaults, type FaultSelection } from '../options/chosen-faults.ts';
import { harnessProgress } from '../terminal/harness-progress.ts';
import { signalExitCode, type StopSignals } from '../terminal/stop-signals.ts';
import { writeJson } from '../terminal/write-json.ts';

export interface EfficacyHarnessOptions extends FaultSelection {
  situation?: string[];
  fast?: boolean;
  json?: string;
}

/** Situations at a time: most of them wait for a process of their own. */
const concurrency = 2;

/**
 * `uat efficacy harness`: plays situations that a run can get into, each with its twin without the trouble, and reports
 * which verdicts are right. Exit code 0 when at least 97 % are, and none misleads; else 1.
 * @throws UatError when it cannot measure.
 */
export async function efficacyHarness(options: EfficacyHarnessOptions, stop: StopSignals): Promise<number> {
  const { situation: ids, fast = false, json } = options;
  const { chosen, said } = chosenFaults(options)(
    chooseSituations(situations, { ids: ids?.flatMap((one) => one.split(',')), fast }),
  );
  const output = json === '-' ? process.stderr : process.stdout;
  for (const line of said) output.write(`  ${line}\n`);
  const progress = harnessProgress(chosen, output);
  try {
    const { signal } = stop;
    const report = await measureHarness({
      ...{ situations: chosen, fast, concurrency, signal },
      onScore: progress.scored,
    });
    progress.done(report);
    if (json !== undefined) writeJson(json, report);
    return isTrustworthy(report) ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return signalExitCode(stop) ?? 143;
  }
}
