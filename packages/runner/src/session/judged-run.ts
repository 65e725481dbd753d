import { registeredSecrets, UatError } from '@uat/config';
import {
  beginRecord,
  fold,
  judge,
  type Problem,
  readRecord,
  type RecordEvent,
  recordEvent,
  type RecordHeader,
  recordVersion,
  type RunState,
  type Verdict,
} from '@uat/record';
import { redact } from '@uat/report';
import { makeRunFolder, runId } from './run-folder.ts';
import { writeVerdict } from '@uat/report';
import type { Run } from './attempt.ts';
import { duration } from './duration.ts';
import type { RunOptions } from './options.ts';
import { requestOf } from './request-of.ts';
import { runsRoot } from './runs-root.ts';
import type { StopReason } from './stop-signals.ts';
import { suiteCommit } from './suite-commit.ts';

/** What a run does between its start and its verdict; gives what went wrong beside the tests. */
export type RunWork = (run: Run) => Promise<Problem[]>;

/** A run that has ended. */
export interface JudgedRun {
  /** Where its files are, the verdict among them. */
  folder: string;
  verdict: Verdict;
  state: RunState;
}

/**
 * Makes a run's folder, does the work, judges the record that it left there, and writes the verdict, however the work ends.
 * @throws UatError when there is no folder to be had, or it cannot be written.
 */
export async function judgedRun(
  options: RunOptions,
  { stop, hidden }: Pick<Run, 'stop' | 'hidden'>,
  work: RunWork,
): Promise<JudgedRun> {
  const started = new Date();
  const id = runId(started);
  const problems: Problem[] = [];
  const folder = folderFor(id, options, problems);
  const header: RecordHeader = {
    ...{ schemaVersion: recordVersion, runId: id, startedAt: started.toISOString() },
    ...{ lane: options.lane ?? 'local', request: requestOf(options), suiteCommit: await suiteCommit() },
  };
  beginRecord(folder, header);

  try {
    if (options.timeout !== undefined) stop.endAfter(duration(options.timeout));
    if (problems.length === 0) problems.push(...(await work({ header, folder, hidden, stop })));
  } catch (error) {
    problems.push(problemOf(error));
  }
  recordEvent(folder, ...lastEvents(problems, stop.reason(), options));

  const state = fold(readRecord(folder));
  const verdict = judge(state);
  writeVerdict(folder, verdict);
  return { folder, verdict, state };
}

/** What is recorded when the work is over: what went wrong beside the tests, who stopped it, and that it has ended. */
function lastEvents(
  problems: readonly Problem[],
  stopped: StopReason | undefined,
  { timeout }: RunOptions,
): RecordEvent[] {
  const ended: RecordEvent = { event: 'ended', at: new Date().toISOString() };
  const diagnostics = problems.map((problem): RecordEvent => ({ event: 'diagnostic', ...problem }));
  if (stopped === undefined) return [...diagnostics, ended];
  if (stopped !== 'timeout') {
    const reason = 'the run was interrupted';
    return [...diagnostics, { event: 'stopped', by: 'signal', signal: stopped, reason }, ended];
  }
  const reason = `the run was ended after ${timeout} (--timeout)`;
  return [
    { event: 'stopped', by: 'timeout', reason },
    { event: 'diagnostic', kind: 'infrastructure', message: reason },
    // What went wrong because of that, or stayed on the target, is told, and blamed on nobody.
    ...problems.map(({ message }): RecordEvent => ({ event: 'diagnostic', kind: 'infrastructure', message })),
    ended,
  ];
}

/** The run's folder. One that was asked for and cannot be used is a problem of the run, whose verdict goes to .uat. */
function folderFor(id: string, options: RunOptions, problems: Problem[]): string {
  const root = runsRoot(options);
  try {
    return makeRunFolder(root, id, options.out, { aside: options.aside });
  } catch (error) {
    if (options.out === undefined || !(error instanceof UatError)) throw error;
    problems.push({ kind: error.kind, message: error.message });
    return makeRunFolder(root, id);
  }
}

/** What kept the run from going on. A fault of our own must not look like one of the product, nor be without a verdict. */
function problemOf(error: unknown): Problem {
  const secrets = registeredSecrets();
  if (error instanceof UatError) return { kind: error.kind, message: redact(error.message, secrets) };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `uat itself failed, please report this:\n${redact(details, secrets)}`;
  return { kind: 'infrastructure', message };
}
