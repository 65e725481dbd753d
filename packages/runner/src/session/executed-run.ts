import path from 'node:path';
import {
  configFile,
  directRoute,
  registerSecrets,
  type Session,
  targetHint,
  writeSession,
} from '@uat/config';
import { projectRoot } from '@uat/core';
import { type EventOf, type Problem, recordEvent } from '@uat/record';
import { ledgerFile } from '@uat/data';
import { ensureBrowser } from '../browser/ensure-browser.ts';
import { areaProjects } from '../playwright/area-projects.ts';
import { type PlaywrightProcess, playwrightProcess } from '../playwright/playwright-process.ts';
import { playwrightArgs } from '../playwright/selection.ts';
import type { AskedProducts } from '../products/asked-products.ts';
import type { OpenProductsOptions } from '../products/open-products.ts';
import { openTarget, pendingTarget } from '../target/open-target.ts';
import { targetFacts } from '../target/target-facts.ts';
import { type AskedRun, askedRun } from './asked-run.ts';
import type { PastDefect } from './defects.ts';
import { policyOf } from './policy-of.ts';
import type { Run } from './run.ts';
import { stoppable } from './stoppable.ts';
import { testsOnTarget } from './tests-on-target.ts';

/**
 * One run, from its request to the last event but one in its folder. Gives what went wrong beside the tests, such as
 * what was left on the target.
 * @throws UatError for what keeps it from starting, or from saying how it ended.
 */
export async function executedRun(run: Run): Promise<Problem[]> {
  const { request, folder, hidden, stop, say } = run;
  const asked = await askedRun(request, process.env);
  const asksFor: EventOf<'target'> = {
    ...{ event: 'target', name: asked.target.name, url: null, version: null, contractVersion: null },
    ...{ capabilities: [], grants: [], faults: asked.defects.map(({ id }) => id) },
  };
  // Whether tests notice a defect is another question than whether their failures block.
  const policy = request.quiet === true ? [] : [await policyOf(asked.config, request)];
  recordEvent(folder, ...policy, asksFor);
  const hint = asked.target.kind === 'none' ? undefined : targetHint(asked.target, process.env);
  if (hint !== undefined) say(hint);

  const { headed } = asked;
  const browser = asked.usesBrowser
    ? await ensureBrowser({ env: process.env, headed, say, signal: stop })
    : undefined;
  const faultsOf = (carrier: PastDefect['carrier']) =>
    asked.defects.filter((one) => one.carrier === carrier).map(({ id }) => id);
  const opened = openedProducts(asked.products, {
    folder: hidden.packages,
    fault: faultsOf('package')[0],
    hostDriver: asked.hostDriver,
    eachWhole: asked.lane === 'nightly',
    ...{ say, signal: stop },
  });
  const products = await stoppable(opened, stop);
  if (products === undefined) return [];
  for (const { name, artifact, version } of products)
    say(`package  ${name}: ${path.basename(artifact)} ${version}`);

  const session = pendingSession(run, asked, products);
  writeSession(hidden.session, session);
  // While the platform starts, Playwright loads the specs: that it needs no target for.
  await using early =
    asked.target.kind === 'embedded' && request.ui !== true ? playwrightOf(run, asked, session) : undefined;
  const logFile = path.join(hidden.evidence, 'platform.log');
  await using open = await openTarget(asked.target, {
    ...{ logFile, folder: hidden.packages, say, regressions: faultsOf('platform'), signal: stop },
  });
  const readyAt = new Date().toISOString();
  const { url, name, grants } = open.target;
  const { version, contractVersion, capabilities, silence } = await targetFacts(open.target);
  const isThere: EventOf<'target'> = {
    ...{ ...asksFor, url: open.target.kind === 'none' ? null : url, version, contractVersion, readyAt },
    ...{ capabilities, grants: [...grants] },
  };
  recordEvent(folder, isThere);
  if (open.target.kind !== 'none')
    say(`target   ${name} ${url}${version === null ? '' : ` (Kamiwaza ${version})`}`);
  for (const { id, sentence } of asked.defects) say(`defect   ${id}: ${sentence}`);
  if (browser !== undefined) say(`browser  ${browser.path} (${browser.source})`);

  const { requestTimeout } = asked.config.lanes[asked.lane];
  const target: Session['target'] = {
    ...open.target,
    capabilities,
    budgets: { request: requestTimeout, ...open.target.budgets },
  };
  registerSecrets(Object.values(target.roles).map((one) => ('token' in one ? one.token : one.password)));
  const complete = { ...session, target, trustedKey: open.trustedKey };
  // Awaited here: a target of our own stops when this function ends.
  const problems = await testsOnTarget({
    ...{ run, asked, session: complete, about: isThere, browser: browser?.path },
    playwright: (ready) => {
      writeSession(hidden.session, ready);
      const isFirst = ready.run?.again === undefined;
      return (isFirst ? early : undefined) ?? playwrightOf(run, asked, ready, open.env);
    },
  });
  return silence === undefined ? problems : [silence, ...problems];
}

/** What reads and makes packages is loaded only for areas about packages. */
async function openedProducts(
  asked: AskedProducts,
  options: OpenProductsOptions,
): Promise<Session['products']> {
  if (asked.kind === 'none') return [];
  const { openProducts } = await import('../products/open-products.ts');
  return openProducts(asked, options);
}

/** What the processes of the run may know before the target is there. */
function pendingSession(
  { header, request, folder, hidden }: Run,
  { target, lane, hostDriver, headed }: AskedRun,
  products: Session['products'],
): Session {
  const { only, quiet = false, ui = false } = request;
  return {
    ...{ runId: header.runId, lane, config: configFile(request.config), target: pendingTarget(target) },
    ...{ startsPlatform: false, products, hostDriver, headed },
    ...(ui ? {} : { run: { folder, staging: hidden.evidence, only, quiet } }),
    journals: { ledger: ledgerFile(folder), sessions: hidden.sessions, secrets: hidden.secrets },
  };
}

function playwrightOf(
  { request, hidden }: Run,
  { areas, config, headed }: AskedRun,
  { products, run }: Session,
  env: NodeJS.ProcessEnv = directRoute.env,
): PlaywrightProcess {
  const projects = areas.flatMap((area) =>
    areaProjects(area, config.areas[area]?.target ?? true, products).map(({ name }) => name),
  );
  const { grep, tickets = [], workers, maxFailures, ui = false, playwright: given = [] } = request;
  const rest = run?.again === undefined ? given : [...given, ...alone];
  return playwrightProcess({
    root: projectRoot,
    session: hidden.session,
    args: playwrightArgs({ projects, grep, tickets, workers, maxFailures, headed, ui, rest }),
    env: { ...process.env, ...env },
    quiet: request.quiet ?? false,
  });
}

/** One test at a time, once, and no other. */
const alone = ['--no-deps', '--workers', '1', '--retries', '0', '--max-failures', '0'];
