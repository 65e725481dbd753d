import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '@uat/config';
import { UatError } from '@uat/core';
import { currentId, fold, openTests, readRecord, readTestIds, type RunRequest, testOf } from '@uat/record';
import { addToHistory } from '@uat/history';
import { runSession, runsRoot } from '@uat/runner';
import type { RunOptions } from '../options/options.ts';
import { lenientRequest, runRequest } from '../options/run-request.ts';
import { showRun } from '../terminal/show-run.ts';
import type { StopSignals } from '../terminal/stop-signals.ts';
import { warn } from '../terminal/warn.ts';

/** `uat [AREA…]`: runs areas against a target, and writes and shows the verdict; gives the verdict's exit code. */
export async function run(options: RunOptions, stop: StopSignals): Promise<number> {
  const { request, refused } = await requestedRun(options);
  const judged = await runSession(request, stop.signal, { say: warn, progress: true, refused });
  const { report, open } = options;
  await showRun(judged, { report, open });
  await addToHistory(judged, { env: process.env, root: runsRoot(request), request, warn });
  return judged.verdict.exitCode;
}

/**
 * The run request of a command line; if it is invalid, the valid part and the error, for the run's verdict to report.
 */
async function requestedRun(options: RunOptions): Promise<{ request: RunRequest; refused?: UatError }> {
  try {
    const request = runRequest(options);
    return {
      request: options.lastFailed === true ? { ...request, ...(await openInLastRun(options)) } : request,
    };
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    return { request: lenientRequest(options), refused: error };
  }
}

/**
 * The open tests of the last run, by their current ids, and their areas when none is requested; read before `.uat/last`
 * points to this run.
 */
async function openInLastRun(options: RunOptions): Promise<Pick<RunRequest, 'areas' | 'only'>> {
  const last = path.join(runsRoot(options), '.uat', 'last');
  const open = existsSync(last) ? openTests(fold(readRecord(last))) : [];
  const { root, suites } = await loadConfig(options.config);
  const { aliases } = readTestIds(path.resolve(root, suites));
  const only = new Set(open.flatMap(({ id }) => currentId(aliases, testOf(id)) ?? []));
  const areas = [...new Set([...only].map((id) => id.slice(0, id.indexOf('/'))))];
  const isRequested = options.areas !== undefined && options.areas.length > 0;
  return { ...(isRequested || areas.length === 0 ? {} : { areas }), only: [...only] };
}
