import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { registeredSecrets, type Session } from '@uat/config';
import { cleanUp, ledgerFile, openLedger, readLedger } from '@uat/data';
import { publishEvidence } from '@uat/report';
import { type EventOf, fold, type Problem, readRecord, recordEvent, unclearTests } from '@uat/record';
import { witness } from '../machine/witness.ts';
import type { PlaywrightProcess } from '../playwright/playwright-process.ts';
import { clientsFor } from '../target/clients.ts';
import { leftovers } from '../target/leftovers.ts';
import { probe } from '../target/probe.ts';
import { provisionRoles } from '../target/provision-roles.ts';
import { signOutOfAll } from '../target/sign-out-of-all.ts';
import { sweepDeadRuns } from '../target/sweep-dead-runs.ts';
import type { AskedRun } from './asked-run.ts';
import { assertFound, assertSaid, assertWhole } from './assert-accounted.ts';
import { environmentProperties } from './environment-properties.ts';
import { isFiltered } from './is-filtered.ts';
import type { Run } from './run.ts';
import { runsRoot } from './runs-root.ts';
import { watchedRun } from './watched-run.ts';

export interface TestsOnTargetOptions {
  run: Run;
  asked: AskedRun;
  /** With a target that is there and has been asked what it offers. */
  session: Session;
  /** The target, as it is recorded. */
  about: EventOf<'target'>;
  /** Path of the browser, for the report. */
  browser: string | undefined;
  /** Playwright, for a session that is complete. */
  playwright: (ready: Session) => PlaywrightProcess;
}

/**
 * Runs the tests on a target and removes what they made there, and what killed runs left. Gives what went wrong
 * beside the tests.
 * @throws UatError when Playwright does not say how it ended, or the evidence cannot be written.
 */
export async function testsOnTarget(given: TestsOnTargetOptions): Promise<Problem[]> {
  const { run, asked, session, about, browser } = given;
  const { header, request, folder, hidden, stop, say } = run;
  const { target } = session;
  const ledger = ledgerFile(folder);
  openLedger(ledger, target.url);
  let clientFor = clientsFor(target, hidden.sessions);
  await using tidy = new AsyncDisposableStack();
  // An embedded platform is new, and ends with its sessions.
  const isLasting = asked.target.kind === 'local' || asked.target.kind === 'attached';
  // Last of all, for what is cleaned up is cleaned up by somebody who is signed in.
  const timeLeft = cleaningTime(stop);
  if (isLasting) tidy.defer(() => signOutOfAll(hidden.sessions, target, say, timeLeft()));
  // What was made goes also when an error ends the run before its leftovers are looked at.
  tidy.defer(async () => void (await cleanUp(ledger, clientFor)));
  if (isLasting) {
    const runs = [path.join(runsRoot(request), '.uat', 'runs'), path.dirname(folder)];
    await sweepDeadRuns({ runs, target, clientFor, say });
  }

  try {
    const provisioned = await provisionRoles({ runId: header.runId, target, clientFor, ledger, say });
    const peopled = { ...target, roles: { ...target.roles, ...provisioned } };
    // A token can only be revoked by its owner, who may be one that was made for this run.
    clientFor = clientsFor(peopled, hidden.sessions);
    for (const role of Object.keys(provisioned)) {
      say(`role     ${role}: a user made for this run`);
      // The administrator who made it was let in, and the target has just been given the new one's password.
      for (const right of ['admin', role]) recordEvent(folder, { event: 'role', role: right });
    }
    const ready = { ...session, target: peopled };
    using _ = witness(folder);
    const exitCode = await endOf(given.playwright(ready), given);
    const again = stop.aborted || ready.run === undefined ? undefined : unclearIn(folder);
    if (again !== undefined && ready.run !== undefined) {
      say('again    what ran out of time while this machine was starved, alone');
      const second = { ...ready, run: { ...ready.run, again } };
      await endOf(given.playwright(second), { ...given, session: second });
    }
    if (request.ui !== true && !stop.aborted) {
      assertSaid(folder, exitCode, request.playwright ?? []);
      assertWhole(folder, asked.areas, request.only !== undefined || isFiltered(request));
      if (!isFiltered(request)) assertFound(folder, asked.areas, request.only ?? []);
    }
  } finally {
    const results = path.join(hidden.evidence, 'allure-results');
    if (existsSync(results))
      writeFileSync(
        path.join(results, 'environment.properties'),
        environmentProperties({ header, about, browser }),
      );
    const evidence = { from: hidden.evidence, to: folder, secrets: registeredSecrets() };
    const leftOut = await publishEvidence({ ...evidence, signal: stop });
    for (const { file, why } of leftOut) say(`left out ${file}: ${why}`);
  }
  const left = await leftovers(header.runId, target, clientFor, ledger);
  // A target that is gone has not broken its word.
  const isGone = left.length > 0 && (await probe(target.url)).state === 'down';
  return [
    ...left.map((message): Problem => ({ kind: isGone ? 'infrastructure' : 'regression', message })),
    ...readLedger(ledger).unreadable.map((line): Problem => ({
      kind: 'infrastructure',
      message: unreadable(ledger, line),
    })),
  ];
}

/** The tests that may be clear when they are tried once more, alone: how often each was tried, by its id; or nothing. */
function unclearIn(folder: string): Record<string, number> | undefined {
  const state = fold(readRecord(folder));
  const tries = unclearTests(state).map(({ id }) => [id, state.attempts.get(id)?.length ?? 0] as const);
  return tries.length === 0 ? undefined : Object.fromEntries(tries);
}

/** Of the ten seconds that a stopped run has for all its cleaning, the part that may be spent before its files are written. */
const cleaningMs = 9_000;

/** Tells how many milliseconds are left for cleaning. */
function cleaningTime(stop: AbortSignal): () => number {
  let stoppedAt = stop.aborted ? performance.now() : undefined;
  stop.addEventListener('abort', () => (stoppedAt = performance.now()), { once: true });
  return () => (stoppedAt === undefined ? cleaningMs : stoppedAt + cleaningMs - performance.now());
}

/** Lets the tests begin, watches them and stops them when it is time; gives Playwright's exit code. */
async function endOf(
  playwright: PlaywrightProcess,
  { run, asked, session: { target, run: share } }: TestsOnTargetOptions,
): Promise<number | undefined> {
  const { request, folder, stop, progress } = run;
  const interrupt = () => playwright.interrupt();
  stop.addEventListener('abort', interrupt, { once: true });
  if (stop.aborted) interrupt();
  await using watch = new AsyncDisposableStack();
  watch.use(
    watchedRun({
      folder,
      target: target.kind === 'none' ? undefined : target.url,
      asksTarget: (area) => asked.config.areas[area]?.target ?? true,
      sought: request.sought,
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

const unreadable = (ledger: string, line: number) =>
  `line ${line} of ${ledger} cannot be read: what it speaks of may still be on the target`;
