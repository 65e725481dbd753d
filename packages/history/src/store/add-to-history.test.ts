import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@uat/database';
import { startPostgres } from '@uat/database/testing';
import { beginRecord, judge, type RecordEvent, type RecordHeader, recordEvent } from '@uat/record';
import { ended, header, passed, plan, planned, stateOf, target } from '@uat/record/testing';
import { temporaryFolder } from '@uat/testing';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { rows } from '../testing/rows.ts';
import { addToHistory, type AddToHistoryOptions } from './add-to-history.ts';
import { type HistoryEnvironment, openHistory } from './open-history.ts';

const a = 'authnz/a#one';
const events: RecordEvent[] = [plan(planned(a)), passed(a)];
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();
const startedAt = secondsAgo(0);
const judged = (runId: string, change: Partial<RecordHeader> = {}) => {
  const state = stateOf(events, { startedAt, runId, ...change });
  return { state, verdict: judge(state) };
};

/** Adds runs to the history in a root; gives its run ids and the warnings. */
async function added(
  runs: readonly ReturnType<typeof judged>[],
  { root = temporaryFolder(), ...options }: Partial<AddToHistoryOptions> = {},
) {
  const warnings: string[] = [];
  const env = options.env ?? {};
  for (const run of runs)
    await addToHistory(run, { env, root, warn: (sentence) => warnings.push(sentence), ...options });
  return { warnings, root };
}

async function storedIn(root: string, env: HistoryEnvironment = {}): Promise<string[]> {
  await using history = await openHistory(env, root);
  return (await history.runs()).rows.map(({ runId }) => runId).toSorted();
}

/** The folder of a run in `.uat/runs`. */
function folderOf(root: string, runId: string, change: Partial<RecordHeader>): void {
  const folder = path.join(root, '.uat', 'runs', runId);
  mkdirSync(folder, { recursive: true });
  const { state, verdict } = judged(runId, change);
  beginRecord(folder, { ...header, runId, startedAt: state.header.startedAt });
  recordEvent(folder, target, ...events, ended);
  writeFileSync(path.join(folder, 'verdict.json'), JSON.stringify(verdict));
}

describe('after a run, the history', () => {
  test('holds it, and no run with faults', async () => {
    const faulty = judged('second', { request: { faults: ['A4'] } });
    const { root, warnings } = await added([judged('first'), faulty]);

    expect(await storedIn(root)).toEqual(['first']);
    expect(warnings).toEqual([]);
  });

  test('is pruned by age, by default after 180 days', async () => {
    const runs = [179, 181].map((days) => judged(`${days} days`, { startedAt: secondsAgo(days * 86_400) }));

    expect(await storedIn((await added(runs)).root)).toEqual(['179 days']);
    const { root } = await added(runs, { env: { UAT_HISTORY_KEEP: '26w' } });
    expect(await storedIn(root)).toEqual(['179 days', '181 days']);
  });

  test('takes in the runs whose folders are there, once', async () => {
    const root = temporaryFolder();
    folderOf(root, '20261122-1831-aaaa', {});
    folderOf(root, '20261122-1832-bbbb', { startedAt: secondsAgo(60) });
    mkdirSync(path.join(root, '.uat', 'runs', '20261122-1833-torn'));
    await added([judged('new', { startedAt: secondsAgo(1) })], { root });

    expect(await storedIn(root)).toEqual(['20261122-1831-aaaa', '20261122-1832-bbbb', 'new']);
    await using history = await openHistory({}, root);
    await history.prune(new Date('2100-01-01'));
    expect(await storedIn(root)).toEqual([]);
  });

  test.each([
    { what: 'has no place', env: {}, isFile: true, says: 'The history has no folder' },
    { what: 'has a malformed age', env: { UAT_HISTORY_KEEP: 'long' }, says: "'long' is not an age" },
    {
      what: 'is on a server that is away',
      env: { UAT_HISTORY_URL: 'postgres://uat:secret@127.0.0.1:1/uat' },
      says: 'UAT_HISTORY_URL (postgres://uat@127.0.0.1:1/uat) cannot be opened',
    },
  ])('that $what is a warning in one sentence', async ({ env, isFile, says }) => {
    const root = temporaryFolder();
    if (isFile === true) writeFileSync(path.join(root, '.uat'), '');
    const { warnings } = await added([judged('first')], { root, env });

    expect(warnings).toEqual([expect.stringContaining(`This run is not in the history: `)]);
    expect(warnings[0]).toContain(says);
    expect(warnings[0]).not.toMatch(/secret|\n/);
  });

  test('of a newer version is left as it is, with a warning', async () => {
    const { root } = await added([judged('first')]);
    const file = path.join(root, '.uat', 'history.sqlite');
    const newer = { ...{ name: '', program: '', advice: '', urlAdvice: '' } };
    const { db } = await openDatabase(file, {
      ...newer,
      migrations: { '900-later': { up: async () => undefined } },
      migrationTable: 'other',
    });
    await sql`insert into history_migration (name, timestamp) values ('900-later', 'now')`.execute(db);

    const { warnings } = await added([judged('second')], { root });

    expect(warnings).toEqual([expect.stringContaining('was written by a newer version of uat')]);
    expect((await sql`select run_id from history_run`.execute(db)).rows).toEqual([{ run_id: 'first' }]);
    await db.destroy();
  });
});

test(
  'a PostgreSQL that goes away in the middle leaves nothing half-written',
  { timeout: 60_000 },
  async ({ skip }) => {
    await using postgres = await startPostgres().catch((error: unknown) =>
      skip(`PostgreSQL cannot be started here: ${String(error)}`),
    );
    const url = await postgres.newDatabase();
    const env = { UAT_HISTORY_URL: url };
    const root = temporaryFolder();
    await added([judged('earlier', { startedAt: secondsAgo(5) })], {
      env,
      root,
    });
    const { db } = await openDatabase(url, {
      ...{ name: '', program: '', advice: '', urlAdvice: '', migrations: {}, migrationTable: 'other' },
    });
    // The row of the run is written, and its results wait for the lock.
    const lock = await db.startTransaction().execute();
    await sql`lock table history_result in access exclusive mode`.execute(lock);
    const adding = added([judged('torn')], { env, root });
    const kill = sql<{ pid: number }>`
    select pid, pg_terminate_backend(pid) from pg_stat_activity
    where query like 'insert into "history_result"%' and wait_event_type = 'Lock'`;
    for (let killed = 0; killed === 0; await sleep(50)) killed = (await kill.execute(db)).rows.length;

    const { warnings } = await adding;
    await lock.rollback().execute();
    await db.destroy();

    expect(warnings).toEqual([
      expect.stringMatching(
        /^This run is not in the history: The history in UAT_HISTORY_URL \(postgres:\/\/uat@\S+\) cannot be used: [^\n]+$/,
      ),
    ]);
    expect(await storedIn(root, env)).toEqual(['earlier']);
    await using history = await openHistory(env, root);
    expect(await history.record(rows(1))).toBe(true);
  },
);
