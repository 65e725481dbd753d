import { rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import type { ExperimentRun, Observation } from '@uat/efficacy';
import type { Attempt, PlannedTest, RunRequest } from '@uat/record';
import { fixtureProfile, runSession } from '@uat/runner';

export interface ExperimentOptions {
  /** The areas whose tests are run, those that an area needs among them. */
  areas: readonly string[];
  /** Their tests. */
  planned: readonly PlannedTest[];
  config: string | undefined;
  /** Whether the faults are faults of the fixture package, not of the platform. */
  aboutPackages: boolean;
  /** Where each run has a folder of its own for as long as it takes. */
  folder: string;
}

/** Somewhere a fault makes everything wait: what had been judged until then counts. */
const longest = '15m';

/**
 * Does a run as `uat` does, on a platform of its own, and gives its outcome. A red smoke layer keeps nothing from
 * running. When the signal is aborted, the run is stopped as by Ctrl-C; it has ended when this function does.
 * @throws UatError (infrastructure) when there is no place for its files.
 */
export async function experimentOn(
  { areas, planned, config, aboutPackages, folder }: ExperimentOptions,
  { fault, tests, retries, workers, sought }: ExperimentRun,
  signal: AbortSignal,
): Promise<Observation> {
  signal.throwIfAborted();
  const out = path.join(folder, fault ?? 'clean');
  try {
    const request: RunRequest = {
      ...{ areas: [...areas], target: 'embedded', aside: true, out, quiet: true },
      ...{ workers, timeout: longest, maxFailures: 0 },
      ...(aboutPackages ? { profile: fixtureProfile } : {}),
      ...(fault === undefined ? {} : { faults: [fault] }),
      ...(config === undefined ? {} : { config }),
      ...(tests === undefined ? {} : { only: [...tests] }),
      ...(sought === undefined ? {} : { sought }),
      // These runs are not looked at one by one, and a trace of each test costs a quarter of their time.
      playwright: [...filesOf(planned, tests), '--no-deps', '--trace', 'off', '--retries', String(retries)],
    };
    const { verdict, state } = await runSession(request, signal);
    signal.throwIfAborted();
    return { verdict, ran: [...state.attempts.values()].flatMap(ranIn) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The files of these tests, as patterns for Playwright, which then loads no other ones. */
function filesOf(planned: readonly PlannedTest[], ids: readonly string[] | undefined): string[] {
  if (ids === undefined) return [];
  const files = planned
    .filter(({ id }) => ids.includes(id))
    .map(({ file }) => path.resolve(projectRoot, file.replace(/:\d+$/, '')));
  return [...new Set(files)].map((file) => `${RegExp.escape(file)}$`);
}

/** The last of a test's attempts that came to its promise. */
function ranIn(attempts: readonly Attempt[]): { id: string; seconds: number }[] {
  const last = attempts.findLast(({ status }) => !['skipped', 'notRun'].includes(status));
  return last === undefined ? [] : [{ id: last.id, seconds: last.ms / 1000 }];
}
