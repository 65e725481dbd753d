import path from 'node:path';
import { projectRoot, registeredSecrets, type Session } from '@uat/config';
import { cleanUp, ledgerFile, openLedger, readLedger } from '@uat/data';
import { publishEvidence } from '@uat/report';
import { type EventOf, type Problem, recordEvent } from '@uat/record';
import { areaProjects } from '../playwright/area-projects.ts';
import { playwrightArgs } from '../playwright/selection.ts';
import { playwrightRun } from '../playwright/playwright-run.ts';
import { probe } from '../target/probe.ts';
import type { AskedRun } from './asked-run.ts';
import { assertFound, assertSaid, assertWhole } from './assert-accounted.ts';
import type { Run } from './attempt.ts';
import { clientsFor } from '../target/clients.ts';
import { leftovers } from '../target/leftovers.ts';
import type { RunOptions } from './options.ts';
import { provisionRoles } from '../target/provision-roles.ts';
import { reportEnvironment } from './report-environment.ts';
import { runsRoot } from './runs-root.ts';
import { signOutOfAll } from '../target/sign-out-of-all.ts';
import { sweepDeadRuns } from '../target/sweep-dead-runs.ts';

export interface TestsOnTargetOptions {
  run: Run;
  options: RunOptions;
  asked: AskedRun;
  /** The target, as it is recorded. */
  about: EventOf<'target'>;
  /** A target that is there and has been asked what it offers. */
  target: Session['target'];
  /** The packages that tests install. */
  products: Session['products'];
  /** Variables that child processes need to reach it. */
  env: NodeJS.ProcessEnv;
  /** Path of the browser, for the report. */
  browser: string | undefined;
  say: (line: string) => void;
}

/**
 * Runs the tests on a target and removes what they made there, and what killed runs left. Gives what went wrong
 * beside the tests.
 * @throws UatError when Playwright does not say how it ended, or the evidence cannot be written.
 */
export async function testsOnTarget(given: TestsOnTargetOptions): Promise<Problem[]> {
  const { run, options, asked, about, target, products, env, browser, say } = given;
  const { header, folder, hidden, stop } = run;
  const ledger = ledgerFile(folder);
  openLedger(ledger, target.url);
  let clientFor = clientsFor(target, hidden.sessions);
  await using tidy = new AsyncDisposableStack();
  // An embedded platform is new, and ends with its sessions.
  const isLasting = asked.target.kind === 'local' || asked.target.kind === 'attached';
  // Last of all, for what is cleaned up is cleaned up by somebody who is signed in.
  if (isLasting) tidy.defer(() => signOutOfAll(hidden.sessions, target, say));
  // What was made goes also when an error ends the run before its leftovers are looked at.
  tidy.defer(async () => void (await cleanUp(ledger, clientFor)));
  if (isLasting) {
    const runs = [path.join(runsRoot(options), '.uat', 'runs'), path.dirname(folder)];
    await sweepDeadRuns({ runs, target, clientFor, say });
  }

  try {
    const provisioned = await provisionRoles({ runId: header.runId, target, clientFor, ledger, say });
    const peopled = { ...target, roles: { ...target.roles, ...provisioned } };
    // A token can only be revoked by its owner, who may be one that was made for this run.
    clientFor = clientsFor(peopled, hidden.sessions);
    for (const role of Object.keys(provisioned)) {
      say(`role     ${role}: a user made for this run`);
      // Whoever made it was let in, and the target has just been given the new one's password.
      for (const right of ['admin', role]) recordEvent(folder, { event: 'role', role: right });
    }
    const exitCode = await playwrightRun({
      root: projectRoot,
      runFolder: options.ui === true ? undefined : folder,
      staging: hidden.evidence,
      session: { runId: header.runId, target: peopled, products, hostDriver: asked.hostDriver },
      lane: header.lane,
      config: options.config,
      args: playwrightArgs({
        projects: asked.areas
          .flatMap((area) => areaProjects(area, asked.config.areas[area]?.target ?? true, products))
          .map(({ name }) => name),
        grep: options.grep,
        tickets: options.ticket ?? [],
        workers: asked.workers,
        maxFailures: asked.maxFailures,
        headed: options.headed === true,
        ui: options.ui === true,
        rest: options.rest ?? [],
      }),
      only: run.only,
      sought: run.sought,
      quiet: run.quiet,
      env: { ...process.env, ...env, UAT_LEDGER: ledger, UAT_SESSIONS: hidden.sessions },
      environment: reportEnvironment({ header, about, browser }),
      stop: stop.signal,
    });
    if (options.ui !== true && !stop.signal.aborted) {
      assertSaid(folder, exitCode, options.rest ?? []);
      assertWhole(folder, asked.areas, run.only !== undefined || isFiltered(options));
      if (!isFiltered(options)) assertFound(folder, asked.areas, run.only ?? []);
    }
  } finally {
    const evidence = { from: hidden.evidence, to: folder, secrets: registeredSecrets() };
    const leftOut = await publishEvidence({ ...evidence, signal: stop.signal });
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

const unreadable = (ledger: string, line: number) =>
  `line ${line} of ${ledger} cannot be read: what it speaks of may still be on the target`;

const isFiltered = ({ grep, ticket = [], rest = [] }: RunOptions) =>
  grep !== undefined || ticket.length > 0 || rest.length > 0;
