import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { configurationError, infrastructureError } from '@uat/core';
import type { Aliases } from '@uat/record';
import type { Kysely } from 'kysely';
import { backfill } from './backfill.ts';
import { type HistoryStore, historyStore } from './history-store.ts';
import { migrations } from './migrations.ts';
import type { HistoryTables } from './tables.ts';

/** An open history. */
export interface History extends HistoryStore, AsyncDisposable {}

export interface OpenHistoryOptions {
  /** Newer ids of tests; a renamed test then has one history. */
  aliases?: Aliases;
  /** Receives a sentence about a damaged file that was replaced. */
  say?: (sentence: string) => void;
}

/** The variables that say where the history is. */
export interface HistoryEnvironment {
  /** URL of a PostgreSQL database, instead of the file. */
  UAT_HISTORY_URL?: string | undefined;
}

/**
 * Opens the history: the PostgreSQL database of `UAT_HISTORY_URL`, else `.uat/history.sqlite` in the root of the runs. A
 * new one takes in the runs whose folders are there; a damaged file is kept under another name and replaced.
 * @throws UatError (configuration) for another kind of URL or a history of a newer version, (infrastructure) when it
 * cannot be opened.
 */
export async function openHistory(
  env: HistoryEnvironment,
  root: string,
  { aliases = {}, say = () => undefined }: OpenHistoryOptions = {},
): Promise<History> {
  // Imported here: the commands that need no history do not pay for it.
  const { isDamaged, isPostgres, openDatabase, withoutPassword } = await import('@uat/database');
  const url = env.UAT_HISTORY_URL ?? '';
  const file = path.join(root, '.uat', 'history.sqlite');
  const isUrl = url !== '';
  if (isUrl && !isPostgres(url)) throw configurationError(urlAdvice);
  if (!isUrl) makeFolder(path.dirname(file));
  const place = isUrl ? `UAT_HISTORY_URL (${withoutPassword(url)})` : file;

  const open = async () => {
    const { db, isNew } = await openDatabase<HistoryTables>(isUrl ? url : file, {
      name: `The history in ${place}`,
      program: 'uat',
      advice: isUrl
        ? 'Check that PostgreSQL runs there, and the user and database in UAT_HISTORY_URL.'
        : 'Check its permissions and the space on its disk.',
      ...{ urlAdvice, migrations, migrationTable: 'history_migration' },
      timeouts: { connect: 5_000, query: 30_000 },
    });
    if (isNew) {
      await backfill(historyStore(db, aliases), root).catch(async (error: unknown) => {
        await db.destroy();
        throw error;
      });
    }
    return db;
  };
  let db = await open().catch((error: unknown) =>
    isUrl || !isDamaged(error) ? Promise.reject(error) : setAside(),
  );

  /** Keeps the damaged file under another name, and opens a new one. */
  async function setAside(damaged?: Kysely<HistoryTables>): Promise<Kysely<HistoryTables>> {
    await damaged?.destroy().catch(() => undefined);
    const kept = `${file}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    for (const suffix of ['', '-wal', '-shm']) renameIfThere(`${file}${suffix}`, `${kept}${suffix}`);
    say(`The history in ${file} is damaged; it is kept as ${path.basename(kept)}, and a new one begins.`);
    return await open();
  }

  /** Does work on the store, once more on a new one when the file turns out to be damaged. */
  async function onStore<T>(work: (store: HistoryStore) => Promise<T>): Promise<T> {
    try {
      return await work(historyStore(db, aliases));
    } catch (error) {
      if (!isUrl && isDamaged(error)) {
        db = await setAside(db);
        return await work(historyStore(db, aliases));
      }
      const { message, code } = error as NodeJS.ErrnoException;
      throw infrastructureError(
        `The history in ${place} cannot be used: ${message || code || String(error)}`,
        {
          cause: error,
        },
      );
    }
  }

  return {
    record: (rows) => onStore((store) => store.record(rows)),
    runs: (filter) => onStore((store) => store.runs(filter)),
    results: (filter) => onStore((store) => store.results(filter)),
    tests: () => onStore((store) => store.tests()),
    prune: (before) => onStore((store) => store.prune(before)),
    [Symbol.asyncDispose]: async () => await db.destroy(),
  };
}

const urlAdvice =
  'UAT_HISTORY_URL must begin with postgres://. Leave it unset to keep the history in .uat/history.sqlite.';

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw infrastructureError(`The history has no folder: ${(error as Error).message}`, { cause: error });
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
