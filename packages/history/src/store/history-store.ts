import type { Aliases } from '@uat/record';
import { currentId, formerIds, promiseOf } from '@uat/record';
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { HistoryResult } from './history-result.ts';
import type { HistoryRows } from './history-rows.ts';
import type { HistoryRun } from './history-run.ts';
import { resultOf, resultRow, resultRowSchema, runFactsSchema } from './result-row.ts';
import { fitting } from './row-values.ts';
import { runRow, runRowSchema } from './run-row.ts';
import type { HistoryTables } from './tables.ts';

/** Which runs; all when empty. */
export interface RunsFilter {
  lane?: string;
  target?: string;
  version?: string;
  /** Only runs that started at this time or later (ISO). */
  since?: string;
}

/** What was found, and how many rows could not be read. */
export interface Found<Item> {
  rows: Item[];
  skipped: number;
}

/** A test in the history, without product and repetition. */
export interface KnownTest {
  /** Its current id. */
  id: string;
  /** As in the newest run that holds it. */
  title: string;
}

/** The results of tests over runs: rows are added and pruned by age, never changed. */
export interface HistoryStore {
  /** Adds a run, whole or not at all; false when it is known already. */
  record(rows: HistoryRows): Promise<boolean>;
  /** Runs, newest first. */
  runs(filter?: RunsFilter & { limit?: number }): Promise<Found<HistoryRun>>;
  /** Results, oldest first; of a test with all its products and repetitions, by its present or a former id. */
  results(filter?: RunsFilter & { test?: string }): Promise<Found<HistoryResult>>;
  /** All tests with a result. */
  tests(): Promise<KnownTest[]>;
  /** Removes the runs that started before a time, with their results; gives their number. */
  prune(before: Date): Promise<number>;
}

type Database = Kysely<HistoryTables> | Transaction<HistoryTables>;

/** Rows in one statement: SQLite takes 32,766 values, PostgreSQL twice as many. */
const rowsAtOnce = 1_000;

/** The store in an open database. */
export function historyStore(db: Kysely<HistoryTables>, aliases: Aliases): HistoryStore {
  const current = currentIds(aliases);
  return {
    async record({ run, results }) {
      return await db.transaction().execute(async (tx) => {
        const added = await tx
          .insertInto('history_run')
          .values(runRow(run, results))
          .onConflict((conflict) => conflict.doNothing())
          .returning('run_id')
          .executeTakeFirst();
        if (added === undefined) return false;
        const rows = results.map(resultRow);
        for (let from = 0; from < rows.length; from += rowsAtOnce) {
          await tx
            .insertInto('history_result')
            .values(rows.slice(from, from + rowsAtOnce))
            .execute();
        }
        return true;
      });
    },

    async runs({ limit, ...filter } = {}) {
      const query = runsOf(db, filter).selectAll().orderBy('started_at', 'desc').orderBy('run_id', 'desc');
      return fitting(runRowSchema, await (limit === undefined ? query : query.limit(limit)).execute());
    },

    async results({ test, ...filter } = {}) {
      let query = db
        .selectFrom('history_result')
        .select([
          'run_id',
          'test',
          'title',
          'outcome',
          'cause',
          'attempts',
          'seconds',
          'fingerprint',
          'detail',
        ]);
      if (test !== undefined) query = query.where('promise', 'in', namesOfTest(test, aliases));
      if (Object.keys(filter).length > 0)
        query = query.where('run_id', 'in', runsOf(db, filter).select('run_id'));
      const results = fitting(resultRowSchema, await query.execute());
      // Read afterwards and on their own: joined, a run would be read again for each of its results.
      const runs = await runsOf(db, filter)
        .select(['run_id', 'started_at', 'suite_commit', 'target', 'version', 'lane'])
        .execute();
      const byRun = Map.groupBy(results.rows, ({ run_id }) => run_id);
      const rows = fitting(runFactsSchema, runs)
        .rows.toSorted((a, b) => compared(a.startedAt, b.startedAt) || compared(a.runId, b.runId))
        .flatMap((run) =>
          (byRun.get(run.runId) ?? [])
            .map((row) => resultOf(row, run, current(row.test)))
            .toSorted((a, b) => compared(a.test, b.test)),
        );
      return { rows, skipped: results.skipped + results.rows.length - rows.length };
    },

    async tests() {
      const titles = await db.selectFrom('history_result').select(['promise', 'title']).distinct().execute();
      const byId = Map.groupBy(fitting(titleSchema, titles).rows, ({ promise }) => current(promise));
      const several = [...byId.values()].filter(({ length }) => length > 1).flat();
      const lastRun = await lastRunOf(db, several);
      return [...byId]
        .map(([id, found]) => {
          const [newest] = found.toSorted((a, b) => lastRun(b) - lastRun(a) || compared(a.title, b.title));
          return { id, title: newest?.title ?? id };
        })
        .toSorted((a, b) => compared(a.id, b.id));
    },

    async prune(before) {
      const isOld = before.valueOf();
      return await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('history_result')
          .where('run_id', 'in', (query) =>
            query.selectFrom('history_run').select('run_id').where('started_at', '<', isOld),
          )
          .execute();
        const gone = await tx.deleteFrom('history_run').where('started_at', '<', isOld).executeTakeFirst();
        return Number(gone.numDeletedRows);
      });
    },
  };
}

const titleSchema = z.object({ promise: z.string(), title: z.string() });
type Title = z.output<typeof titleSchema>;

/** When tests last ran under their titles, as a function. */
async function lastRunOf(db: Database, titles: readonly Title[]): Promise<(title: Title) => number> {
  const promises = [...new Set(titles.map(({ promise }) => promise))];
  if (promises.length === 0) return () => 0;
  const found = await db
    .selectFrom('history_result as result')
    .innerJoin('history_run as run', 'run.run_id', 'result.run_id')
    .select(['result.promise', 'result.title'])
    .select((select) => select.fn.max('run.started_at').as('last'))
    .where('result.promise', 'in', promises)
    .groupBy(['result.promise', 'result.title'])
    .execute();
  const key = ({ promise, title }: Title) => `${promise}\n${title}`;
  const last = new Map(found.map((one) => [key(one), one.last]));
  return (title) => last.get(key(title)) ?? 0;
}

function runsOf(db: Database, { lane, target, version, since }: RunsFilter) {
  let query = db.selectFrom('history_run');
  if (lane !== undefined) query = query.where('lane', '=', lane);
  if (target !== undefined) query = query.where('target', '=', target);
  if (version !== undefined) query = query.where('version', '=', version);
  if (since !== undefined) query = query.where('started_at', '>=', Date.parse(since));
  return query;
}

/** The current ids of tests; each is looked up once, as the same few are in many rows. */
function currentIds(aliases: Aliases): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const current = known.get(id) ?? currentId(aliases, id) ?? id;
    known.set(id, current);
    return current;
  };
}

/** All ids under which the rows of a test were stored. */
function namesOfTest(test: string, aliases: Aliases): string[] {
  const promise = promiseOf(test);
  const current = currentId(aliases, promise) ?? promise;
  return [...new Set([promise, current, ...formerIds(aliases, current)])];
}

const compared = (a: string, b: string) => (a < b ? -1 : Number(a > b));
