import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Postgres, startPostgres } from '@uat/database/testing';
import { temporaryFolder } from '@uat/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { anyRuns, rows } from '../testing/rows.ts';
import type { HistoryRows } from './history-rows.ts';
import { type History, type HistoryEnvironment, openHistory } from './open-history.ts';

const [ends, once, other] = ['authnz/t#a-revoked-token-ends', 'authnz/t#a-token-ends', 'authnz/t#other'];

let postgres: Postgres | undefined;
let why = '';
beforeAll(async () => {
  postgres = await startPostgres().catch((error: unknown) => {
    why = `PostgreSQL cannot be started here: ${String(error)}`;
    return undefined;
  });
}, 60_000);
afterAll(async () => postgres?.[Symbol.asyncDispose]());

/** The environment of a new history on PostgreSQL; skips the test where there can be none. */
async function onPostgres({ skip }: TestContext): Promise<HistoryEnvironment> {
  return postgres === undefined ? skip(why) : { UAT_HISTORY_URL: await postgres.newDatabase() };
}

const record = async (history: History, all: readonly HistoryRows[]) => {
  for (const one of all) await history.record(one);
};
const answers = async (history: History) => ({
  runs: await history.runs(),
  results: await history.results(),
  one: await history.results({ test: 'authnz/a#one' }),
  cd: await history.results({ lane: 'cd' }),
  tests: await history.tests(),
});

describe.each([
  { on: 'SQLite', environment: async (): Promise<HistoryEnvironment> => ({}) },
  { on: 'PostgreSQL', environment: onPostgres },
])('a history on $on', ({ environment }) => {
  test('gives back what was recorded: runs newest first, results oldest first', async (context) => {
    const env = await environment(context);
    const root = temporaryFolder();
    const [first, second] = [rows(0, { [ends]: 'failed' }), rows(5, { [ends]: 'passed', [other]: 'flaky' })];
    {
      await using history = await openHistory(env, root);
      await record(history, [second, first]);
    }
    await using history = await openHistory(env, root);

    expect(await history.runs()).toEqual({ rows: [second.run, first.run], skipped: 0 });
    expect(await history.runs({ limit: 1 })).toEqual({ rows: [second.run], skipped: 0 });
    expect(await history.results({ test: ends })).toEqual({
      ...{ rows: [first.results[0], second.results[0]], skipped: 0 },
    });
    expect((await history.results({ since: second.run.startedAt })).rows).toEqual(second.results);
    expect((await history.results({ version: '9.9.9' })).rows).toEqual([]);
    expect(await history.tests()).toEqual([
      { id: ends, title: 'a revoked token ends' },
      { id: other, title: 'other' },
    ]);
  });

  test('records a run once, also when its parts are merged twice', async (context) => {
    await using history = await openHistory(await environment(context), temporaryFolder());
    const merged = rows(0, { [ends]: 'failed' });
    const again = rows(0, { [ends]: 'failed' }, { runId: 'merged-again' });
    const changed = rows(0, { [ends]: 'passed' });

    expect([
      ...[await history.record(merged), await history.record(merged)],
      ...[await history.record(again), await history.record(changed)],
    ]).toEqual([true, false, false, false]);
    expect((await history.results()).rows).toEqual(merged.results);
  });

  test('answers alike whatever the order and the repetitions of what was recorded', async (context) => {
    await environment(context);
    const [one, two] = await Promise.all(
      [0, 1].map(async () => openHistory(await environment(context), temporaryFolder())),
    );
    if (one === undefined || two === undefined) throw new Error('two histories');
    await fc.assert(
      fc.asyncProperty(
        anyRuns.chain((runs) =>
          fc.record({
            runs: fc.constant(runs),
            shuffled: fc.shuffledSubarray([...runs, ...runs], { minLength: 2 * runs.length }),
          }),
        ),
        async ({ runs, shuffled }) => {
          const future = new Date('2100-01-01');
          await Promise.all([one.prune(future), two.prune(future)]);
          await Promise.all([record(one, runs), record(two, shuffled)]);

          const given = await answers(one);
          expect(await answers(two)).toEqual(given);
          expect(given.runs).toMatchObject({ skipped: 0, rows: { length: runs.length } });
          expect(given.results.rows).toHaveLength(runs.flatMap(({ results }) => results).length);
        },
      ),
      { numRuns: 25 },
    );
    await Promise.all([one[Symbol.asyncDispose](), two[Symbol.asyncDispose]()]);
  }, 60_000);

  test('keeps the results of a renamed test together', async (context) => {
    const env = await environment(context);
    const root = temporaryFolder();
    const aliases = { [once]: ends };
    await using history = await openHistory(env, root, { aliases });
    await record(history, [
      rows(0, { [once]: 'passed', [`${once}~2`]: 'failed' }),
      rows(1, { [ends]: 'passed' }),
    ]);

    for (const name of [once, ends, `${once}@acme-deb`]) {
      const { rows: found } = await history.results({ test: name });
      expect(found.map(({ test: id, outcome }) => `${id} ${outcome}`)).toEqual([
        ...[`${ends} passed`, `${ends}~2 failed`, `${ends} passed`],
      ]);
    }
    expect(await history.tests()).toEqual([{ id: ends, title: 'a revoked token ends' }]);
  });

  test('is pruned by age, a run with its results', async (context) => {
    await using history = await openHistory(await environment(context), temporaryFolder());
    const [old, young] = [rows(0, { [ends]: 'passed' }), rows(60, { [ends]: 'failed' })];
    await record(history, [old, young]);

    expect(await history.prune(new Date(young.run.startedAt))).toBe(1);
    expect((await history.runs()).rows).toEqual([young.run]);
    expect((await history.results()).rows).toEqual(young.results);
  });

  test('stores any text, and cuts a long error', async (context) => {
    await using history = await openHistory(await environment(context), temporaryFolder());
    const odd = rows(0, { [ends]: 'failed' }, { target: 'nul \0, \uD83D' });
    const [result] = odd.results;
    if (result !== undefined) result.detail = '🙂'.repeat(400);
    await history.record(odd);

    const [stored] = (await history.results()).rows;
    expect(stored?.target).toBe('nul \uFFFD, \uFFFD');
    expect(stored?.detail?.length).toBeLessThanOrEqual(500);
  });

  test('of a newer version is refused, and left as it is', async (context) => {
    const env = await environment(context);
    const root = temporaryFolder();
    await (await openHistory(env, root))[Symbol.asyncDispose]();
    await query(env, root, "insert into history_migration (name, timestamp) values ('900-later', 'now')");

    await expect(openHistory(env, root)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('newer version of uat'),
    });
  });

  test('skips and counts rows that another program has put there', async (context) => {
    const env = await environment(context);
    const root = temporaryFolder();
    await using history = await openHistory(env, root);
    await record(history, [rows(0, { [ends]: 'passed', [other]: 'passed' }), rows(1, { [ends]: 'passed' })]);
    await query(env, root, `update history_result set outcome = 'green' where test = '${other}'`);
    await query(env, root, "update history_run set counts = '{' where run_id = 'run-1'");
    await query(
      env,
      root,
      `insert into history_result select 'gone', test, promise, title, outcome, cause, attempts, seconds, fingerprint, detail from history_result where run_id = 'run-1'`,
    );

    expect(await history.runs()).toMatchObject({ rows: [{ runId: 'run-0' }], skipped: 1 });
    expect(await history.results()).toMatchObject({
      ...{ rows: [{ runId: 'run-0', test: ends }, { runId: 'run-1' }], skipped: 2 },
    });
  });

  test('takes what several processes record at once', { timeout: 60_000 }, async (context) => {
    const env = await environment(context);
    const root = temporaryFolder();
    const records = `
      import { openHistory } from './open-history.ts';
      import { rows } from '../testing/rows.ts';
      await using history = await openHistory(process.env, ${JSON.stringify(root)});
      for (const minute of [0, 1, 2, 3]) await history.record(rows(minute, { '${ends}': 'passed' }));
    `;
    const recorded = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', records], {
        cwd: import.meta.dirname,
        env: { ...env },
      });
    await Promise.all([recorded(), recorded(), recorded()]);

    await using history = await openHistory(env, root);
    expect((await history.runs()).rows).toHaveLength(4);
    expect((await history.results()).rows).toHaveLength(4);
  });
});

/** Does to a history what only another program would. */
async function query({ UAT_HISTORY_URL }: HistoryEnvironment, root: string, text: string): Promise<void> {
  if (UAT_HISTORY_URL === undefined) {
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path.join(root, '.uat', 'history.sqlite'));
    database.exec(text);
    database.close();
    return;
  }
  const { sql } = await import('kysely');
  const { openDatabase } = await import('@uat/database');
  const { db } = await openDatabase(UAT_HISTORY_URL, {
    ...{ name: '', program: '', advice: '', urlAdvice: '', migrations: {}, migrationTable: 'other' },
  });
  await sql.raw(text).execute(db);
  await db.destroy();
}

describe('a damaged file', () => {
  const fileIn = (root: string) => path.join(root, '.uat', 'history.sqlite');
  const openedTelling = async (root: string) => {
    const said: string[] = [];
    return { history: await openHistory({}, root, { say: (sentence) => said.push(sentence) }), said };
  };

  test('that is no database is kept under another name, and a new one begins', async () => {
    const root = temporaryFolder();
    await (await openHistory({}, root))[Symbol.asyncDispose]();
    writeFileSync(fileIn(root), 'years of results'.repeat(200));

    const { history, said } = await openedTelling(root);
    await history.record(rows(0, { [ends]: 'passed' }));

    const kept = readdirSync(path.join(root, '.uat')).find((name) => name.includes('.damaged-')) ?? '';
    expect(said).toEqual([
      `The history in ${fileIn(root)} is damaged; it is kept as ${kept}, and a new one begins.`,
    ]);
    expect(readFileSync(path.join(root, '.uat', kept), 'utf8')).toContain('years of results');
    expect((await history.runs()).rows).toHaveLength(1);
    await history[Symbol.asyncDispose]();
  });

  test('is replaced as well when the damage shows only in its middle', async () => {
    const root = temporaryFolder();
    {
      await using history = await openHistory({}, root);
      for (let minute = 0; minute < 40; minute += 1)
        await history.record(rows(minute, { [ends]: 'passed', [other]: 'passed' }));
    }
    const bytes = readFileSync(fileIn(root));
    // The first page, with the schema, stays whole.
    writeFileSync(fileIn(root), bytes.fill(0xff, 3 * 4096));

    const { history, said } = await openedTelling(root);
    await history.record(rows(99, { [ends]: 'passed' }));
    await history.results();

    expect(said).toHaveLength(1);
    expect(existsSync(fileIn(root))).toBe(true);
    await history[Symbol.asyncDispose]();
  });
});

describe('a history that cannot be opened', () => {
  test.each([
    {
      what: 'has another kind of URL',
      url: 'mysql://db/uat',
      exitCode: 2,
      says: 'must begin with postgres://',
    },
    {
      what: 'is on a server that is not there',
      url: 'postgres://uat:secret@127.0.0.1:1/uat?password=secret',
      exitCode: 3,
      says: 'The history in UAT_HISTORY_URL (postgres://uat@127.0.0.1:1/uat) cannot be opened: ',
    },
  ])('says so when it $what, without the password', async ({ url, exitCode, says }) => {
    const error = await openHistory({ UAT_HISTORY_URL: url }, temporaryFolder()).catch((one: unknown) => one);

    expect(error).toMatchObject({ exitCode, message: expect.stringContaining(says) });
    expect(String(error)).not.toContain('secret');
  });

  test('does not wait for a server that never answers', { timeout: 20_000 }, async () => {
    const silent = createServer(() => undefined).listen(0);
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;

    await expect(
      openHistory({ UAT_HISTORY_URL: `postgres://uat@127.0.0.1:${port}/uat` }, temporaryFolder()),
    ).rejects.toMatchObject({ exitCode: 3 });
    silent.close();
  });
});
