import path from 'node:path';
import {
  configFile,
  directRoute,
  readQuarantine,
  readSymptoms,
  registerSecrets,
  type Session,
  targetHint,
  writeSession,
} from '@uat/config';
import { projectRoot } from '@uat/core';
import { type EventOf, type RunDiagnostic, recordEvent, type RunRequest } from '@uat/record';
import { resourceJournalFile } from '@uat/data';
import type { CataloguedFault } from '@uat/faults';
import { ensureBrowser } from '../browser/ensure-browser.ts';
import { areaProjects } from '../playwright/area-projects.ts';
import { type PlaywrightProcess, playwrightProcess } from '../playwright/playwright-process.ts';
import { playwrightArgs } from '../plan/playwright-args.ts';
import type { ResolvedProducts } from '../products/resolve-products.ts';
import type { OpenProductsOptions } from '../products/open-products.ts';
import { faultyWire } from '../target/faulty-wire.ts';
import { openTarget, pendingTarget } from '../target/open-target.ts';
import { targetFacts } from '../target/target-facts.ts';
import { type ResolvedRun, resolveRunRequest } from '../plan/resolve-run-request.ts';
import { isFiltered } from '../plan/is-filtered.ts';
import { assertCommitHolds, assertTargetHolds } from '../plan/pinned/assert-plan-holds.ts';
import { readPlan } from '../plan/pinned/plan-file.ts';
import { plannedPart } from '../recorder/planned-part.ts';
import type { Run } from './run.ts';
import { abortable } from './abortable.ts';
import { runTests } from './run-tests.ts';

/**
 * Executes a run, from its request to the event before the final one. Gives the diagnostics outside the tests, such as
 * resources left on the target.
 * @throws UatError when the run cannot start, or cannot report its end.
 */
export async function executeRun(run: Run): Promise<RunDiagnostic[]> {
  const { header, request, folder, staging, stop, say } = run;
  const plan = request.plan === undefined ? undefined : readPlan(request.plan.file);
  if (plan !== undefined) assertCommitHolds(plan, header.suiteCommit);
  if (plan !== undefined && request.shard !== undefined) {
    const part = plannedPart(plan, request.shard.index);
    if (part.assigned.length === 0) {
      recordEvent(folder, part);
      return [];
    }
  }
  const resolved = await resolveRunRequest(request, process.env);
  const requested: EventOf<'target'> = {
    ...{ event: 'target', name: resolved.target.name, url: null, version: null, contractVersion: null },
    ...{ capabilities: [], grants: [], faults: resolved.faults.map(({ id }) => id) },
  };
  // In a run that measures faults, quarantine would hide what the tests catch.
  const policy = request.quiet === true ? [] : [await policyOf(resolved, request)];
  recordEvent(folder, ...policy, requested);
  const hint = resolved.target.kind === 'none' ? undefined : targetHint(resolved.target, process.env);
  if (hint !== undefined) say(hint);

  const { headed } = resolved;
  const browser = resolved.usesBrowser
    ? await ensureBrowser({ env: process.env, headed, say, signal: stop })
    : undefined;
  const faultsOf = (...layers: CataloguedFault['layer'][]) =>
    resolved.faults.filter(({ layer }) => layers.includes(layer)).map(({ id }) => id);
  const opened = openedProducts(resolved.products, {
    folder: staging.packages,
    fault: faultsOf('package')[0],
    hostDriver: resolved.hostDriver,
    eachWhole: resolved.lane === 'nightly',
    ...{ say, signal: stop },
  });
  const products = await abortable(opened, stop);
  if (products === undefined) return [];
  for (const { name, artifact, version } of products)
    say(`package  ${name}: ${path.basename(artifact)} ${version}`);

  const session = pendingSession(run, resolved, products);
  writeSession(staging.session, session);
  // Playwright loads the specs while the platform starts, because loading needs no target.
  await using early =
    resolved.target.kind === 'embedded' && request.ui !== true
      ? playwrightOf(run, resolved, session)
      : undefined;
  const logFile = path.join(staging.evidence, 'platform.log');
  await using open = await openTarget(resolved.target, {
    ...{ logFile, folder: staging.packages, say, faults: faultsOf('service', 'wire'), signal: stop },
  });
  const wireFaults = resolved.target.kind === 'embedded' ? [] : faultsOf('wire');
  await using wire = wireFaults.length === 0 ? undefined : await faultyWire(open, wireFaults);
  const readyAt = new Date().toISOString();
  const { url, name, grants } = open.target;
  const { version, contractVersion, contractHash, capabilities, problem } = await targetFacts(open.target);
  const ready: EventOf<'target'> = {
    ...{
      ...requested,
      url: open.target.kind === 'none' ? null : url,
      version,
      contractVersion,
      contractHash,
    },
    ...{ readyAt, capabilities, grants: [...grants] },
  };
  recordEvent(folder, ready);
  if (plan !== undefined) assertTargetHolds(plan, ready);
  if (open.target.kind !== 'none')
    say(`target   ${name} ${url}${version === null ? '' : ` (Kamiwaza ${version})`}`);
  for (const { id, sentence } of resolved.faults) say(`fault    ${id}: ${sentence}`);
  if (browser !== undefined) say(`browser  ${browser.path} (${browser.source})`);

  const { requestTimeout } = resolved.config.lanes[resolved.lane];
  const target: Session['target'] = {
    ...open.target,
    capabilities,
    budgets: { request: requestTimeout, ...open.target.budgets },
  };
  registerSecrets(Object.values(target.roles).map((one) => ('token' in one ? one.token : one.password)));
  const complete = { ...session, target, trustedKey: open.trustedKey };
  // Awaited here, because a target of our own stops when this function ends.
  const problems = await runTests({
    ...{ run, resolved, session: complete, about: ready, browser: browser?.path },
    playwright: (peopled) => {
      const seen = wire === undefined ? peopled : { ...peopled, target: wire.through(peopled.target) };
      writeSession(staging.session, seen);
      const isFirst = peopled.run?.again === undefined;
      return (isFirst ? early : undefined) ?? playwrightOf(run, resolved, seen, (wire ?? open).env);
    },
  });
  return problem === undefined ? problems : [problem, ...problems];
}

/** Opens the products; the code for packages is loaded only when there are some. */
async function openedProducts(
  resolved: ResolvedProducts,
  options: OpenProductsOptions,
): Promise<Session['products']> {
  if (resolved.kind === 'none') return [];
  const { openProducts } = await import('../products/open-products.ts');
  return openProducts(resolved, options);
}

/** The session before the target is ready. */
function pendingSession(
  { header, request, folder, staging }: Run,
  { target, lane, hostDriver, headed }: ResolvedRun,
  products: Session['products'],
): Session {
  const { only, plan, shard, quiet = false, ui = false } = request;
  const part =
    plan === undefined || shard === undefined
      ? undefined
      : { plan: path.resolve(plan.file), index: shard.index };
  return {
    ...{ runId: header.runId, lane, config: configFile(request.config), target: pendingTarget(target) },
    ...{ startsPlatform: false, products, hostDriver, headed },
    ...(ui ? {} : { run: { folder, staging: staging.evidence, only, shard: part, quiet } }),
    journals: {
      resources: resourceJournalFile(folder),
      sessions: staging.sessions,
      secrets: staging.secrets,
    },
  };
}

function playwrightOf(
  { request, staging }: Run,
  { areas, config, headed }: ResolvedRun,
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
    session: staging.session,
    args: playwrightArgs({ projects, grep, tickets, workers, maxFailures, headed, ui, rest }),
    env: { ...process.env, ...env },
    quiet: request.quiet ?? false,
  });
}

/** Arguments for retries: one test at a time, once, and no other. */
const alone = ['--no-deps', '--workers', '1', '--retries', '0', '--max-failures', '0'];

/**
 * The policy by which a run is judged, recorded when it starts.
 * @throws UatError (configuration) when `quarantine.yaml` or `symptoms.yaml` cannot be read.
 */
async function policyOf({ config, lane }: ResolvedRun, request: RunRequest): Promise<EventOf<'policy'>> {
  const [quarantine, symptoms] = await Promise.all([readQuarantine(config), readSymptoms(config.root)]);
  const { flakeBudget } = config.lanes[lane];
  return { event: 'policy', quarantine, symptoms, flakeBudget, whole: !isFiltered(request) };
}
