import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '@uat/config';
import { UatError } from '@uat/core';
import { currentId, fold, openTests, readRecord, readTestIds, type RunRequest, testOf } from '@uat/record';
import { runSession, runsRoot } from '@uat/runner';
import type { RunOptions } from '../options.ts';
import { clearRequest, requestOf } from '../request-of.ts';
import { showRun } from '../show-run.ts';
import type { StopSignals } from '../stop-signals.ts';

/** `uat [AREA…]`: runs areas against a target, judges it, writes and shows the verdict; gives the exit code. */
export async function run(options: RunOptions, stop: StopSignals): Promise<number> {
  const { request, refused } = await askedOf(options);
  const say = (line: string) => void process.stderr.write(`  ${line}\n`);
  const judged = await runSession(request, stop.signal, { say, progress: true, refused });
  const { report, open } = options;
  await showRun(judged, { report, open });
  return judged.verdict.exitCode;
}

/** What is asked for; of what cannot be understood, the rest, and why: that is for the run's verdict to say. */
async function askedOf(options: RunOptions): Promise<{ request: RunRequest; refused?: UatError }> {
  try {
    const request = requestOf(options);
    return { request: options.lastFailed === true ? { ...request, ...(await leftOpen(options)) } : request };
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    return { request: clearRequest(options), refused: error };
  }
}

/**
 * The tests that the last run left open, by the ids that they have today, and their areas when none was asked for; read
 * before `.uat/last` becomes this run's.
 */
async function leftOpen(options: RunOptions): Promise<Pick<RunRequest, 'areas' | 'only'>> {
  const last = path.join(runsRoot(options), '.uat', 'last');
  const left = existsSync(last) ? openTests(fold(readRecord(last))) : [];
  const { root, suites } = await loadConfig(options.config);
  const { aliases } = readTestIds(path.resolve(root, suites));
  const only = new Set(left.flatMap(({ id }) => currentId(aliases, testOf(id)) ?? []));
  const areas = [...new Set([...only].map((id) => id.slice(0, id.indexOf('/'))))];
  const isAsked = options.areas !== undefined && options.areas.length > 0;
  return { ...(isAsked || areas.length === 0 ? {} : { areas }), only: [...only] };
}
