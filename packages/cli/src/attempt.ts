import path from 'node:path';
import {
  configurationError,
  loadConfig,
  parseGrants,
  projectRoot,
  registeredSecrets,
  registerSecrets,
  resolveTarget,
  type Session,
  targetHint,
} from '@uat/config';
import { cleanUp, ledgerFile, openLedger } from '@uat/data';
import { publishEvidence } from '@uat/report';
import { ensureBrowser, playwrightArgs, playwrightRun, recordEvent, type RunFacts } from '@uat/runner';
import { areaNames } from './area-names.ts';
import { assertSaid, assertWhole } from './assert-accounted.ts';
import { clientsFor } from './clients.ts';
import { leftovers } from './leftovers.ts';
import { openTarget } from './open-target.ts';
import type { RunOptions } from './options.ts';
import type { PrivateFolder } from './private-folder.ts';
import { provisionRoles } from './provision-roles.ts';
import { refuseForeign } from './refuse-foreign.ts';
import type { StopSignals } from './stop-signals.ts';
import { suiteCommit } from './suite-commit.ts';
import { sweepDeadRuns } from './sweep-dead-runs.ts';
import { targetFacts } from './target-facts.ts';

/** A run that goes on: what is known of it (filled in as it becomes known), its folders, and when it has to end. */
export interface Run {
  facts: RunFacts;
  folder: string;
  /** Where things stand that are not redacted yet. */
  hidden: PrivateFolder;
  /** Ids of the tests to run, when only some of the selected ones are wanted. */
  only: string[] | undefined;
  stop: StopSignals;
}

const say = (line: string) => void process.stderr.write(`  ${line}\n`);

/**
 * One run, from its options to the last event in its folder. Gives a sentence for each thing that it left behind on
 * the target.
 * @throws UatError for what keeps it from starting, or from saying how it ended.
 */
export async function attempt(run: Run, options: RunOptions): Promise<string[]> {
  const { facts, folder, stop } = run;
  const config = await loadConfig(options.config);
  facts.areas = areaNames(options.areas ?? [], config);
  const workers = options.workers === undefined ? undefined : positiveInteger('--workers', options.workers);
  refuseForeign(options.rest ?? []);
  const grants = (options.grant ?? []).flatMap(parseGrants);
  const choice = { target: options.target, grants, ca: options.ca };
  const wanted = resolveTarget(config, choice, process.env);
  facts.target.name = wanted.name;
  const hint = targetHint(wanted, process.env);
  if (hint !== undefined) say(hint);

  const headed = options.headed === true || options.ui === true;
  const needsBrowser = facts.areas.some((area) => config.areas[area]?.browser);
  const browser = needsBrowser
    ? await ensureBrowser({ env: process.env, headed, say, signal: stop.signal })
    : undefined;

  const opening = { logFile: path.join(run.hidden.evidence, 'platform.log'), say, signal: stop.signal };
  await using open = await openTarget(wanted, opening);
  const { url, name } = open.target;
  facts.target.url = url;
  const [{ version, contractVersion, offers }, commit] = await Promise.all([
    targetFacts(open.target),
    suiteCommit(),
  ]);
  Object.assign(facts.target, { version, contractVersion });
  facts.suiteCommit = commit;
  say(`target   ${name} ${url}${version === null ? '' : ` (Kamiwaza ${version})`}`);
  if (browser !== undefined) say(`browser  ${browser.path} (${browser.source})`);

  const lane = config.lanes[options.lane ?? 'local'];
  const target: Session['target'] = {
    ...open.target,
    offers,
    budgets: { request: lane.requestTimeout, ...open.target.budgets },
  };
  registerSecrets(Object.values(target.roles).map((one) => ('token' in one ? one.token : one.password)));
  const clientFor = clientsFor(target);
  const ledger = ledgerFile(folder);
  openLedger(ledger, url);
  await using tidy = new AsyncDisposableStack();
  // What was made goes also when an error ends the run before its leftovers are looked at.
  tidy.defer(async () => void (await cleanUp(ledger, clientFor)));
  if (wanted.kind !== 'embedded') await sweepDeadRuns(path.dirname(folder), url, clientFor);

  try {
    const provisioned = await provisionRoles({ runId: facts.runId, target, clientFor, ledger, say });
    for (const role of Object.keys(provisioned)) {
      say(`role     ${role}: a user made for this run`);
      // Whoever made it was let in, and the target has just been given the new one's password.
      for (const right of ['admin', role]) recordEvent(folder, { event: 'accepted', role: right });
    }
    const exitCode = await playwrightRun({
      root: projectRoot,
      runFolder: options.ui === true ? undefined : folder,
      staging: run.hidden.evidence,
      session: { runId: facts.runId, target: { ...target, roles: { ...target.roles, ...provisioned } } },
      lane: facts.lane,
      configFile: options.config,
      args: playwrightArgs({
        areas: facts.areas,
        grep: options.grep,
        tickets: options.ticket ?? [],
        workers,
        headed: options.headed === true,
        ui: options.ui === true,
        rest: options.rest ?? [],
      }),
      only: run.only,
      env: { ...process.env, ...open.env, UAT_LEDGER: ledger },
      environment: environment(name, url, version, commit, facts.lane, browser?.path),
      stop: stop.signal,
    });
    if (options.ui !== true && !stop.signal.aborted) {
      assertSaid(folder, exitCode, options.rest ?? []);
      assertWhole(folder, facts.areas, run.only !== undefined || isFiltered(options));
    }
  } finally {
    publishEvidence({ from: run.hidden.evidence, to: folder, secrets: registeredSecrets() });
  }
  // Awaited here: a target of our own stops when this function ends.
  return await leftovers(facts.runId, target, clientFor, ledger);
}

const isFiltered = ({ grep, ticket = [], rest = [] }: RunOptions) =>
  grep !== undefined || ticket.length > 0 || rest.length > 0;

function positiveInteger(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw configurationError(`${option} takes a number from 1 up, not '${text}'.`);
  return Number(text);
}

function environment(
  target: string,
  url: string,
  version: string | null,
  commit: string | null,
  lane: string,
  browser: string | undefined,
): Record<string, string> {
  return {
    target,
    url,
    lane,
    ...(version === null ? {} : { version }),
    ...(commit === null ? {} : { 'suite commit': commit }),
    ...(browser === undefined ? {} : { browser }),
  };
}
