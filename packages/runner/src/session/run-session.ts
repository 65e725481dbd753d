import { registeredSecrets } from '@uat/config';
import { UatError, redact } from '@uat/core';
import {
  beginRecord,
  fold,
  judge,
  type Problem,
  readRecord,
  recordEvent,
  type RecordHeader,
  recordVersion,
  type RunRequest,
  type RunState,
  type Verdict,
} from '@uat/record';
import { writeVerdict } from '@uat/report';
import { duration } from './duration.ts';
import { executedRun } from './executed-run.ts';
import { privateFolder } from './private-folder.ts';
import { recordedRequest } from './recorded-request.ts';
import { makeRunFolder, runId } from './run-folder.ts';
import { runsRoot } from './runs-root.ts';
import { stopReason } from './stop.ts';
import { suiteCommit } from './suite-commit.ts';

export interface RunSessionOptions {
  /** Told, line by line, what a person may want to know while the run goes on. */
  say?: ((line: string) => void) | undefined;
  /** Shows on standard output how far the tests are. */
  progress?: boolean;
  /** What is wrong with the request already: the run ends at once, and its verdict says so. */
  refused?: UatError | undefined;
}

/** A run that has ended. */
export interface JudgedRun {
  /** Where its files are, the verdict among them. */
  folder: string;
  verdict: Verdict;
  state: RunState;
}

/**
 * Does one run: makes its folder, opens the target, runs the tests, removes what they made, judges the record that is
 * left in the folder, and writes the verdict, however the run ends.
 * @param signal Stops the run when it is aborted; abort it with a `Stopped` to say which signal of the system was the reason.
 * @throws UatError (infrastructure) when there is no folder to be had, or it cannot be written.
 */
export async function runSession(
  request: RunRequest,
  signal: AbortSignal,
  { say = () => undefined, progress = false, refused }: RunSessionOptions = {},
): Promise<JudgedRun> {
  // Gone after everything that has to be redacted was told.
  using hidden = privateFolder();
  const started = new Date();
  const id = runId(started);
  const problems = refused === undefined ? [] : [problemOf(refused)];
  const folder = folderFor(id, request, problems);
  const header: RecordHeader = {
    ...{ schemaVersion: recordVersion, runId: id, startedAt: started.toISOString() },
    ...{ lane: request.lane ?? 'local', request: recordedRequest(request), suiteCommit: await suiteCommit() },
  };
  beginRecord(folder, header);

  const limit = new AbortController();
  const stop = AbortSignal.any([signal, limit.signal]);
  const onStop = () => recordStop(folder, stop, request);
  let timer: NodeJS.Timeout | undefined;
  try {
    stop.addEventListener('abort', onStop, { once: true });
    if (stop.aborted) onStop();
    if (request.timeout !== undefined) {
      const reason = new DOMException('the time of the run is up', 'TimeoutError');
      timer = setTimeout(() => limit.abort(reason), duration(request.timeout));
    }
    const isEmpty = request.only?.length === 0;
    if (problems.length === 0 && !isEmpty)
      problems.push(...(await executedRun({ header, request, folder, hidden, stop, say, progress })));
  } catch (error) {
    problems.push(problemOf(error));
  }
  clearTimeout(timer);
  stop.removeEventListener('abort', onStop);
  // What went wrong because the time was up, or stayed on the target, is told, and blamed on nobody.
  const isUp = stopReason(stop) === 'timeout';
  for (const { kind, message } of problems)
    recordEvent(folder, { event: 'diagnostic', kind: isUp ? 'infrastructure' : kind, message });
  recordEvent(folder, { event: 'ended', at: new Date().toISOString() });

  const state = fold(readRecord(folder));
  const verdict = judge(state);
  writeVerdict(folder, state, verdict);
  return { folder, verdict, state };
}

/** Who stopped the run, and when: what breaks from now on may break because of that. */
function recordStop(folder: string, stop: AbortSignal, { timeout }: RunRequest): void {
  const why = stopReason(stop);
  const at = new Date().toISOString();
  if (why === 'timeout') {
    const reason = `the run was ended after ${timeout} (--timeout)`;
    recordEvent(
      folder,
      { event: 'stopped', by: 'timeout', reason, at },
      { event: 'diagnostic', kind: 'infrastructure', message: reason },
    );
  } else if (why !== undefined) {
    recordEvent(folder, {
      ...{ event: 'stopped', by: 'signal', signal: why, reason: 'the run was interrupted', at },
    });
  }
}

/** The run's folder. One that was asked for and cannot be used is a problem of the run, whose verdict goes to .uat. */
function folderFor(id: string, request: RunRequest, problems: Problem[]): string {
  const root = runsRoot(request);
  try {
    return makeRunFolder(root, id, request.out, { aside: request.aside });
  } catch (error) {
    if (request.out === undefined || !(error instanceof UatError)) throw error;
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
