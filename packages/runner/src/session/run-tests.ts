import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { registeredSecrets, type Session } from '@uat/config';
import { slownessOf, watchMachine } from '@uat/core';
import { cleanUp, resourceJournal, resourceJournalFile } from '@uat/data';
import { environmentProperties, publishEvidence } from '@uat/report';
import {
  type EventOf,
  fold,
  type RunDiagnostic,
  readRecord,
  recordedEvents,
  recordEvent,
  unclearTests,
} from '@uat/record';
import { createKamiwaza } from '@uat/sdk';
import type { PlaywrightProcess } from '../playwright/playwright-process.ts';
import { clientsFor } from '../target/clients.ts';
import { removeOrphans } from '../target/remove-orphans.ts';
import { probe } from '../target/probe.ts';
import { provisionRoles } from '../target/provision-roles.ts';
import { signOutEverywhere } from '../target/sign-out-everywhere.ts';
import { sweepDeadRuns } from '../target/sweep-dead-runs.ts';
import { versionOf, witnessOf } from '../target/witness.ts';
import type { ResolvedRun } from '../plan/resolve-run-request.ts';
import { assertTestsFound, assertRunEnded, assertAreasNonEmpty } from './assert-run-ended.ts';
import { isFiltered } from '../plan/is-filtered.ts';
import type { Run } from './run.ts';
import { runsRoot } from './runs-root.ts';
import { type WatchedTarget, watchRun } from './watch-run.ts';

export interface RunTestsOptions {
  run: Run;
  resolved: ResolvedRun;
  /** Session with an open target whose capabilities are known. */
  session: Session;
  /** The recorded target event. */
  about: EventOf<'target'>;
  /** Path of the browser, for the report. */
  browser: string | undefined;
  /** Starts Playwright for a complete session. */
  playwright: (ready: Session) => PlaywrightProcess;
}

/**
 * Runs the tests on a target, and removes what they and earlier killed runs made there. Gives the diagnostics outside
 * the tests.
 * @throws UatError when Playwright does not report its end, or the evidence cannot be written.
 */
export async function runTests(given: RunTestsOptions): Promise<RunDiagnostic[]> {
  const { run, resolved, session, about, browser } = given;
  const { header, request, folder, staging, stop, say } = run;
  const { target } = session;
  const journal = resourceJournalFile(folder);
  resourceJournal(journal).open(target.url);
  let clientFor = clientsFor(target, staging.sessions);
  const anonymous = createKamiwaza({ baseUrl: `${target.url}/api` });
  await using tidy = new AsyncDisposableStack();
  // The sessions of an embedded platform end with it.
  const isLasting = resolved.target.kind === 'local' || resolved.target.kind === 'attached';
  // Deferred first, so that it runs last: the clean-up needs the sign-in sessions.
  const timeLeft = cleaningTime(stop);
  if (isLasting) tidy.defer(() => signOutEverywhere(staging.sessions, target, say, timeLeft()));
  // Also cleans up when an error ends the run early.
  tidy.defer(async () => void (await cleanUp(journal, clientFor)));
  if (isLasting) {
    const runs = [path.join(runsRoot(request), '.uat', 'runs'), path.dirname(folder)];
    await sweepDeadRuns({ runs, target, clientFor, say });
  }

  try {
    const provisioned = await provisionRoles({ runId: header.runId, target, clientFor, journal, say });
    const peopled = { ...target, roles: { ...target.roles, ...provisioned } };
    const watched =
      target.kind === 'none'
        ? undefined
        : {
            ...{ url: target.url, about },
            witness: witnessOf({
              ...{ url: target.url, anonymous, administrator: clientFor('admin') },
              onlyReadiness: request.quiet === true,
            }),
          };
    // Only its owner can revoke a token, and the owner may be a user made for this run.
    clientFor = clientsFor(peopled, staging.sessions);
    for (const role of Object.keys(provisioned)) {
      say(`role     ${role}: a user made for this run`);
      // The target accepted the administrator, and has just been given the new user's password.
      for (const right of ['admin', role]) recordEvent(folder, { event: 'role', role: right });
    }
    const ready = { ...session, target: peopled };
    using _ = recordSlowness(folder);
    const exitCode = await exitCodeOf(given.playwright(ready), given, watched);
    const stopped = recordedEvents(folder).find((one) => one.event === 'stopped')?.by;
    const isCutShort = stopped === 'target' || stopped === 'infrastructure';
    // Nothing is gained by waiting for a target that is gone.
    if (stopped === 'target')
      clientFor = clientsFor({ ...peopled, budgets: { ...peopled.budgets, request: 2 } }, staging.sessions);
    const again = stop.aborted || ready.run === undefined ? undefined : unclearIn(folder);
    if (again !== undefined && ready.run !== undefined) {
      say('again    tests that ran out of time while this machine was starved, one at a time');
      const second = { ...ready, run: { ...ready.run, again } };
      await exitCodeOf(given.playwright(second), { ...given, session: second }, watched);
    }
    if (request.ui !== true && !stop.aborted) {
      if (!isCutShort) assertRunEnded(folder, exitCode, request.playwright ?? []);
      assertAreasNonEmpty(folder, resolved.areas, request.only !== undefined || isFiltered(request));
      if (!isFiltered(request)) assertTestsFound(folder, resolved.areas, request.only ?? []);
    }
  } finally {
    const results = path.join(staging.evidence, 'allure-results');
    if (existsSync(results))
      writeFileSync(
        path.join(results, 'environment.properties'),
        environmentProperties({ header, about, browser }),
      );
    const evidence = { from: staging.evidence, to: folder, secrets: registeredSecrets() };
    const leftOut = await publishEvidence({ ...evidence, signal: stop });
    for (const { file, why } of leftOut) say(`left out ${file}: ${why}`);
  }
  const left = await removeOrphans(header.runId, target, clientFor, journal);
  // A target that is down has not broken a promise.
  const isGone = left.length > 0 && (await probe(target.url)).state === 'down';
  const end = request.quiet === true || about.version === null ? undefined : await versionOf(anonymous);
  return [
    ...(end === undefined || end === about.version ? [] : [redeployed(end, about)]),
    ...left.map((message): RunDiagnostic => ({ kind: isGone ? 'infrastructure' : 'regression', message })),
    ...resourceJournal(journal)
      .read()
      .unreadable.map((line): RunDiagnostic => ({
        kind: 'infrastructure',
        message: unreadable(journal, line),
      })),
  ];
}

/** The tests to retry alone, by id, with the number of their attempts; `undefined` when there are none. */
function unclearIn(folder: string): Record<string, number> | undefined {
  const state = fold(readRecord(folder));
  const tries = unclearTests(state).map(({ id }) => [id, state.attempts.get(id)?.length ?? 0] as const);
  return tries.length === 0 ? undefined : Object.fromEntries(tries);
}

/** Clean-up time of a stopped run, of the ten seconds that it has, before its files are written. */
const cleaningMs = 9_000;

/** A function that gives the milliseconds left for the clean-up. */
function cleaningTime(stop: AbortSignal): () => number {
  let stoppedAt = stop.aborted ? performance.now() : undefined;
  stop.addEventListener('abort', () => (stoppedAt = performance.now()), { once: true });
  return () => (stoppedAt === undefined ? cleaningMs : stoppedAt + cleaningMs - performance.now());
}

/** Lets the tests begin, watches them, and stops them when necessary; gives Playwright's exit code. */
async function exitCodeOf(
  playwright: PlaywrightProcess,
  { run, resolved, session: { run: share } }: RunTestsOptions,
  target: WatchedTarget | undefined,
): Promise<number | undefined> {
  const { request, folder, stop, progress } = run;
  const interrupt = () => playwright.interrupt();
  stop.addEventListener('abort', interrupt, { once: true });
  if (stop.aborted) interrupt();
  await using watch = new AsyncDisposableStack();
  watch.use(
    watchRun({
      folder,
      target,
      asksTarget: (area) => resolved.config.areas[area]?.target ?? true,
      maxInfrastructureFailures: resolved.config.lanes[resolved.lane].maxInfrastructureFailures,
      stopOn: request.stopOn,
      again: share?.again,
      show: progress,
      stop,
      interrupt,
    }),
  );
  try {
    return await playwright.run();
  } finally {
    stop.removeEventListener('abort', interrupt);
  }
}

/** The diagnostic of a run that ended on another version than it started on: it is about neither. */
const redeployed = (version: string, about: EventOf<'target'>): RunDiagnostic => ({
  kind: 'infrastructure',
  message: `the target was redeployed: version ${version} answers, and ${about.version} did at the start`,
});

const unreadable = (journal: string, line: number) =>
  `line ${line} of ${journal} cannot be read: the resource that it names may still be on the target`;

/**
 * Records the stretches in which other processes made this machine slow, until disposed. The work of this process and
 * its descendants, browsers and an embedded platform among them, does not count.
 */
function recordSlowness(runFolder: string): Disposable {
  return watchMachine(process.pid, (sample) => {
    if (slownessOf(sample) === 1) return;
    const startedAt = new Date(Date.now() - sample.ms).toISOString();
    recordEvent(runFolder, { event: 'machine', startedAt, ...sample });
  });
}
