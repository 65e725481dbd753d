import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { type Clock, createLinear, type Linear, systemClock } from '@uat/linear';
import type { OperatorView } from './operator/operator-view.ts';
import { markDue } from './store/due-issues.ts';
import { forgetOld } from './store/inbox.ts';
import { type Database, openDatabase } from './store/open-database.ts';
import type { GateSettings } from './settings.ts';
import { createDirectory } from './work/directory.ts';
import { draftNote } from './work/draft-note.ts';
import { judgeDue } from './work/judge-due.ts';
import { storedView } from './operator/stored-view.ts';
import { openPolicy } from './work/policy-source.ts';
import { readOwners } from './work/read-owners.ts';
import { scanChanges } from './work/scan-changes.ts';
import { sendDue } from './work/send-due.ts';
import type { GateLog, GateMetrics, Health, GateContext } from './work/gate-context.ts';

export interface GateOptions {
  readonly settings: GateSettings;
  readonly clock?: Clock;
  readonly metrics: GateMetrics;
  readonly log: GateLog;
  /** Titles of the tests that cover a ticket. */
  readonly testsOf?: (ticket: string) => readonly string[];
}

/** The gate without an HTTP server: a database, Linear, and the steps that a service repeats. */
export interface Gate extends AsyncDisposable {
  readonly db: Database;
  readonly linear: Linear;
  readonly clock: Clock;
  readonly health: Health;
  readonly view: OperatorView;
  /** Judges the issues that are due. Resolves to how many were processed. */
  judge(): Promise<number>;
  /** Sends the next write that is due. Resolves to 0 when none was due. */
  send(): Promise<number>;
  /** Looks for changes that no webhook reported. Resolves to whether there are more pages to read. */
  scan(): Promise<boolean>;
  /** Deletes records that are too old to be needed. */
  tidy(): Promise<void>;
}

/**
 * Creates the gate.
 * @throws UatError (configuration) for an invalid policy or owners file, (infrastructure) for a database that cannot be
 *   opened.
 */
export async function createGate({
  settings,
  clock = systemClock,
  metrics,
  log,
  testsOf = () => [],
}: GateOptions): Promise<Gate> {
  const owners = await readOwners(settings.ownersFile);
  const template = await readFile(path.join(projectRoot, 'packages/intent/templates/design-note.md'), 'utf8');
  const db = await openDatabase(settings.database);
  const recheckAll = async () => {
    const known = await db.selectFrom('issue').select('issue_id').where('verdict', 'is not', null).execute();
    log.info({ issues: known.length }, 'the policy changed; all known issues will be judged again');
    await markDue(
      db,
      known.map(({ issue_id }) => ({ issueId: issue_id, dueAt: clock.now() })),
    );
  };
  const policy = await openPolicy(settings.policyFile, { db, clock, onChange: recheckAll }).catch(
    async (error: unknown) => {
      await db.destroy();
      throw error;
    },
  );
  const linear = createLinear({
    ...settings.linear,
    clock,
    onRequest: metrics.linearRequest,
  });
  const health: Health = { failing: undefined };
  const gate: GateContext = {
    db,
    linear,
    clock,
    by: randomUUID(),
    policy: () => policy.policy(),
    owners: () => owners,
    directory: createDirectory(linear, clock, settings.okLabel),
    publicUrl: settings.publicUrl,
    draftNote: (issue) => draftNote(issue, { root: projectRoot, template, testsOf }),
    health,
    pauses: { essential: 0, ordinary: 0 },
    metrics,
    log,
  };
  return {
    db,
    linear,
    clock,
    health,
    view: storedView({ db, linear, policy, health, now: clock.now }),
    judge: () => judgeDue(gate),
    send: () => sendDue(gate),
    scan: () => scanChanges(gate),
    tidy: () => forgetOld(db, clock.now()),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}
