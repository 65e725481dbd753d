import { rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import type { RunOutcome } from '../plan/fault-run.ts';
import type { SuiteRun } from '../measure-area.ts';
import type { Attempt, PlannedTest, RunRequest } from '@uat/record';
import { fixtureProfile, runSession } from '@uat/runner';

export interface RunSuitesOptions {
  /** Areas whose tests run, in the order in which they need each other. */
  areas: readonly string[];
  /** All tests of these areas. */
  planned: readonly PlannedTest[];
  config: string | undefined;
  /** Whether the faults are those of the fixture package, not of the platform. */
  aboutPackages: boolean;
  /** Folder for the temporary folders of the runs. */
  folder: string;
}

/** Time limit of a run, for faults that make everything wait; the tests judged by then count. */
const timeout = '15m';

/**
 * Runs tests as `uat` does, on a platform of their own. Areas also run when the smoke layer is red. Aborting the signal
 * stops the run as Ctrl-C does; the run has ended when this function settles.
 * @throws UatError (infrastructure) when its files cannot be written.
 */
export async function runSuites(
  { areas, planned, config, aboutPackages, folder }: RunSuitesOptions,
  { fault, tests, retries, workers, stopOn }: SuiteRun,
  signal: AbortSignal,
): Promise<RunOutcome> {
  signal.throwIfAborted();
  const out = path.join(folder, fault ?? 'clean');
  try {
    const request: RunRequest = {
      ...{ areas: [...areas], target: 'embedded', aside: true, out, quiet: true },
      ...{ workers, timeout, maxFailures: 0 },
      ...(aboutPackages ? { profile: fixtureProfile } : {}),
      ...(fault === undefined ? {} : { faults: [fault] }),
      ...(config === undefined ? {} : { config }),
      ...(tests === undefined ? {} : { only: [...tests] }),
      ...(stopOn === undefined ? {} : { stopOn }),
      // These runs are not inspected one by one, and a trace of each test costs a quarter of their time.
      playwright: [...filesOf(planned, tests), '--no-deps', '--trace', 'off', '--retries', String(retries)],
    };
    const { verdict, state } = await runSession(request, signal);
    signal.throwIfAborted();
    return { verdict, ran: [...state.attempts.values()].flatMap(ranIn) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The files of the tests, as patterns for Playwright, which then loads no others. */
function filesOf(planned: readonly PlannedTest[], ids: readonly string[] | undefined): string[] {
  if (ids === undefined) return [];
  const files = planned
    .filter(({ id }) => ids.includes(id))
    .map(({ file }) => path.resolve(projectRoot, file.replace(/:\d+$/, '')));
  return [...new Set(files)].map((file) => `${RegExp.escape(file)}$`);
}

/** The last attempt at a test that was neither skipped nor prevented. */
function ranIn(attempts: readonly Attempt[]): { id: string; seconds: number }[] {
  const last = attempts.findLast(({ status }) => !['skipped', 'notRun'].includes(status));
  return last === undefined ? [] : [{ id: last.id, seconds: last.ms / 1000 }];
}
