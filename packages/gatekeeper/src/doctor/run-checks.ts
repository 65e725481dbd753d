import { readFile } from 'node:fs/promises';
import { infrastructureError, UatError } from '@uat/core';
import { type OwnersFile, parseOwners } from '@uat/intent';
import { type Clock, createLinear, type Linear, LinearError, systemClock, type Viewer } from '@uat/linear';
import { linearFrom, placesFrom } from '../settings.ts';
import { storedValue } from '../store/stored-value.ts';
import { type Database, openExisting } from '../store/open-database.ts';
import { checkOwners, checkPolicy, type ReadFile } from './check-files.ts';
import { checkAddress, checkTraces, type Readiness, type ServiceTraces } from './check-service.ts';
import { checkWebhook, type WebhookList } from './check-webhook.ts';
import {
  checkBudget,
  checkLabel,
  checkPeople,
  checkScopes,
  checkTeams,
  checkViewer,
} from './check-workspace.ts';
import { failed, type GateCheck, ok } from './gate-check.ts';

export interface CheckOptions {
  /** The environment variables of the service, as far as they are set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Capabilities by area, as found in the suites. */
  readonly suites: Readonly<Record<string, readonly string[]>>;
  /** Aborts the checks. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** Time limit for a response from the service. */
const readyMs = 10_000;

/**
 * Checks everything that the gate needs, without writing anywhere. A check that cannot be carried out is a failed
 * check.
 */
export async function runChecks({
  environment,
  suites,
  signal,
  clock = systemClock,
}: CheckOptions): Promise<GateCheck[]> {
  const { database, policyFile, ownersFile, okLabel, publicUrl } = placesFrom(environment);
  const store = await storeChecks(database, clock);
  const owners = await read(ownersFile);
  const readiness = publicUrl === undefined ? undefined : await readinessOf(publicUrl, signal);
  const ofLinear = await linearChecks({
    environment,
    okLabel,
    publicUrl,
    owners: ownersIn(owners),
    signal,
    clock,
  });
  // An aborted check is not a finding.
  signal?.throwIfAborted();
  return [
    checkPolicy(await read(policyFile), store.policy),
    checkOwners(owners, suites),
    ...store.checks,
    checkAddress(publicUrl, readiness),
    ...ofLinear,
  ];
}

async function read(file: string): Promise<ReadFile> {
  try {
    return { text: await readFile(file, 'utf8') };
  } catch (error) {
    return { problem: `${file} cannot be read: ${(error as Error).message}` };
  }
}

function ownersIn(file: ReadFile): OwnersFile | undefined {
  const parsed = 'text' in file ? parseOwners(file.text) : undefined;
  return parsed?.kind === 'owners' ? parsed.owners : undefined;
}

async function storeChecks(
  address: string,
  clock: Clock,
): Promise<{ checks: GateCheck[]; policy: string | undefined }> {
  const check = 'database';
  try {
    const db = await openExisting(address);
    if (db === undefined) {
      const todo = 'start the gatekeeper once, and set DATABASE_URL or GATE_DATABASE here to the same values';
      return { checks: [failed(check, 'it does not exist yet', todo)], policy: undefined };
    }
    try {
      const traces = await tracesIn(db, clock.now());
      return {
        checks: [ok(check, 'it opens, and its schema is up to date'), ...checkTraces(traces, clock.now())],
        policy: await storedValue(db, 'policy'),
      };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    const known =
      error instanceof UatError
        ? error
        : infrastructureError(`The database of the gate cannot be read: ${(error as Error).message}`);
    return { checks: [failedBy(check, known)], policy: undefined };
  }
}

async function tracesIn(db: Database, now: number): Promise<ServiceTraces> {
  const dead = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow();
  const due = await db
    .selectFrom('due_issue')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('due_at', '<=', now)
    .executeTakeFirstOrThrow();
  const [lastWebhook, lastScan] = [await storedValue(db, 'last-webhook'), await storedValue(db, 'last-scan')];
  return {
    lastWebhookAt: lastWebhook === undefined ? undefined : Number(lastWebhook),
    lastScanAt: lastScan === undefined ? undefined : Number(lastScan),
    deadLetters: Number(dead.count),
    waiting: Number(due.count),
  };
}

async function readinessOf(publicUrl: string, signal: AbortSignal | undefined): Promise<Readiness> {
  const signals = [AbortSignal.timeout(readyMs), signal].filter((one) => one !== undefined);
  try {
    const answer = await fetch(`${publicUrl}/readyz`, {
      signal: AbortSignal.any(signals),
      redirect: 'manual',
    });
    const [line = ''] = (await answer.text()).split('\n');
    return { status: answer.status, text: line.slice(0, 200) };
  } catch (error) {
    const { message, cause } = error as Error;
    return { status: undefined, text: cause instanceof Error ? cause.message || message : message };
  }
}

interface LinearCheckOptions {
  readonly environment: CheckOptions['environment'];
  readonly okLabel: string | undefined;
  readonly publicUrl: string | undefined;
  readonly owners: OwnersFile | undefined;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
}

async function linearChecks(options: LinearCheckOptions): Promise<GateCheck[]> {
  const { environment, okLabel, publicUrl, owners, signal, clock } = options;
  let linear: Linear;
  let viewer: Viewer;
  try {
    linear = createLinear({ ...linearFrom(environment), clock, signal });
    viewer = await linear.viewer();
  } catch (error) {
    return [failedBy('token', error)];
  }
  const checks = [checkViewer(viewer), checkScopes()];
  const add = async (name: string, find: () => Promise<GateCheck | GateCheck[]>) => {
    try {
      checks.push(...[await find()].flat());
    } catch (error) {
      checks.push(failedBy(name, error));
    }
  };
  await add('teams', async () => checkTeams(await linear.teams()));
  await add('label', async () =>
    checkLabel(okLabel, okLabel === undefined ? undefined : await linear.labelId(okLabel)),
  );
  if (owners !== undefined) await add('people', async () => checkPeople(owners, await linear.members()));
  await add('webhook', async () => checkWebhook(await webhooksOf(linear, viewer), publicUrl, clock.now()));
  return [...checks, checkBudget(linear.budget())];
}

async function webhooksOf(linear: Linear, { app, name }: Viewer): Promise<WebhookList> {
  if (app) return { kind: 'hidden', because: 'an app cannot list webhooks' };
  try {
    return { kind: 'webhooks', webhooks: await linear.webhooks() };
  } catch (error) {
    if (!(error instanceof LinearError) || error.reason !== 'forbidden') throw error;
    return { kind: 'hidden', because: `only an admin may list webhooks, and ${name} is not an admin` };
  }
}

/** The result of a check that could not be carried out. */
function failedBy(check: string, error: unknown): GateCheck {
  if (!(error instanceof UatError)) throw error;
  const { message, exitCode } = error;
  return failed(check, message, exitCode === 2 ? 'fix it' : 'check that it can be reached', exitCode);
}
