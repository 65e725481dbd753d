import { registeredSecrets } from '@uat/config';
import { duration, redact, UatError } from '@uat/core';
import {
  beginRecord,
  fold,
  judgeRun,
  readRecord,
  type RunDiagnostic,
  recordEvent,
  type RecordHeader,
  recordVersion,
  type RunRequest,
  type RunState,
  type Verdict,
} from '@uat/record';
import { writeVerdict } from '@uat/report';
import { executeRun } from './execute-run.ts';
import { stagingFolder } from './staging-folder.ts';
import { recordedRequest } from './recorded-request.ts';
import { recordHistory } from './record-history.ts';
import { makeRunFolder, runId } from './run-folder.ts';
import { runsRoot } from './runs-root.ts';
import { stopReason } from './stop.ts';
import { suiteCommit } from './suite-commit.ts';

export interface RunSessionOptions {
  /** Receives progress messages, line by line. */
  say?: ((line: string) => void) | undefined;
  /** Whether to show the progress of the tests on standard output. */
  progress?: boolean;
  /** An error in the request: the run ends at once, and its verdict reports it. */
  refused?: UatError | undefined;
}

/** A finished run with its verdict. */
export interface JudgedRun {
  /** Path of the run's folder. */
  folder: string;
  verdict: Verdict;
  state: RunState;
}

/**
 * Makes one run: creates its folder, opens the target, runs the tests, removes what they made, judges the record, and
 * writes the verdict, however the run ends.
 * @param signal Stops the run when aborted; abort it with a `Stopped` to name the signal of the system.
 * @throws UatError (infrastructure) when the folder cannot be created or written.
 */
export async function runSession(
  request: RunRequest,
  signal: AbortSignal,
  { say = () => undefined, progress = false, refused }: RunSessionOptions = {},
): Promise<JudgedRun> {
  // Disposed last, after everything has been redacted.
  using staging = stagingFolder();
  const started = new Date();
  const id = runId(started);
  const diagnostics = refused === undefined ? [] : [diagnosticOf(refused)];
  const folder = folderFor(id, request, diagnostics);
  const header: RecordHeader = {
    ...{ schemaVersion: recordVersion, runId: id, startedAt: started.toISOString() },
    ...{ lane: request.lane ?? 'local', request: recordedRequest(request), suiteCommit: await suiteCommit() },
    ...(request.plan === undefined ? {} : { planHash: request.plan.hash }),
    ...(request.shard === undefined ? {} : { shard: request.shard }),
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
    if (diagnostics.length === 0 && !isEmpty)
      diagnostics.push(...(await executeRun({ header, request, folder, staging, stop, say, progress })));
  } catch (error) {
    diagnostics.push(diagnosticOf(error));
  }
  clearTimeout(timer);
  stop.removeEventListener('abort', onStop);
  // Problems after the time limit are reported, but not attributed to product or configuration.
  const isUp = stopReason(stop) === 'timeout';
  for (const { kind, message } of diagnostics)
    recordEvent(folder, { event: 'diagnostic', kind: isUp ? 'infrastructure' : kind, message });
  await recordHistory(fold(readRecord(folder)), { folder, root: runsRoot(request), request, say });
  recordEvent(folder, { event: 'ended', at: new Date().toISOString() });

  const { state, verdict } = await judgeRun(folder);
  writeVerdict(folder, state, verdict);
  return { folder, verdict, state };
}

/** Records the reason and time of a stop: later failures may be consequences of it. */
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

/** Creates the run's folder. If `--out` cannot be used, the verdict in `.uat` reports that. */
function folderFor(id: string, request: RunRequest, diagnostics: RunDiagnostic[]): string {
  const root = runsRoot(request);
  try {
    return makeRunFolder(root, id, request.out, { aside: request.aside });
  } catch (error) {
    if (request.out === undefined || !(error instanceof UatError)) throw error;
    diagnostics.push({ kind: error.kind, message: error.message });
    return makeRunFolder(root, id);
  }
}

/** The diagnostic for an error. An error of uat itself must not look like the product's, and still gets a verdict. */
function diagnosticOf(error: unknown): RunDiagnostic {
  const secrets = registeredSecrets();
  if (error instanceof UatError) return { kind: error.kind, message: redact(error.message, secrets) };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `uat itself failed, please report this:\n${redact(details, secrets)}`;
  return { kind: 'infrastructure', message };
}
