import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { type Kysely, sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { isDamaged } from './is-damaged.ts';
import { openDatabase, openExisting, type Schema } from './open-database.ts';

interface Tables {
  note: { text: string };
}

const schema: Schema = {
  name: 'The notebook',
  program: 'the writer',
  advice: 'Check NOTEBOOK.',
  urlAdvice: 'NOTEBOOK must begin with postgres://.',
  migrations: {
    '001-first': {
      async up(db: Kysely<unknown>) {
        await db.schema.createTable('note').addColumn('text', 'text').execute();
      },
    },
  },
};
const folder = temporaryFolder(afterAll);
const place = (name: string) => path.join(folder, name);

describe('a database', () => {
  test('is new once', async () => {
    const first = await openDatabase<Tables>(place('notes.db'), schema);
    await first.db.insertInto('note').values({ text: 'kept' }).execute();
    await first.db.destroy();
    const second = await openDatabase<Tables>(place('notes.db'), schema);

    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(await second.db.selectFrom('note').selectAll().execute()).toEqual([{ text: 'kept' }]);
    await second.db.destroy();
  });

  test('is new to one of several processes that open it at once', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase<Tables>(place('busy.db'), schema)));

    expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
    await Promise.all(opened.map(({ db }) => db.destroy()));
  });

  test('is shared by two programs whose migrations have a table each', async () => {
    const ours = await openDatabase<Tables>(place('shared.db'), schema);
    const migrations = { '001-other': { up: async () => undefined } };
    const theirs = await openDatabase(place('shared.db'), {
      ...{ ...schema, migrations, migrationTable: 'other_migration' },
    });

    expect([ours.isNew, theirs.isNew]).toEqual([true, true]);
    await Promise.all([ours.db.destroy(), theirs.db.destroy()]);
  });

  test('of a newer version is refused', async () => {
    const later = { ...schema.migrations, '002-later': { up: async () => undefined } };
    const { db } = await openDatabase(place('newer.db'), { ...schema, migrations: later });
    await db.destroy();

    await expect(openDatabase(place('newer.db'), schema)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("newer version of the writer (it has '002-later')"),
    });
  });

  test('that is no database is damaged, and one in no folder is not', async () => {
    writeFileSync(place('text.db'), 'a text that is long enough to be looked at as a database'.repeat(20));
    const opened = (file: string) => openDatabase(file, schema).catch((error: unknown) => error);

    const [text, nowhere] = [await opened(place('text.db')), await opened(place('no/where.db'))];

    expect(text).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/^The notebook .*NOTEBOOK\.$/),
    });
    expect([isDamaged(text), isDamaged(nowhere)]).toEqual([true, false]);
  });

  test('that is full says so, and keeps what it had', async () => {
    const { db } = await openDatabase<Tables>(place('full.db'), schema);
    await db.insertInto('note').values({ text: 'kept' }).execute();
    await sql`pragma max_page_count = 10`.execute(db);
    const text = 'x'.repeat(200_000);

    await expect(
      db.transaction().execute((tx) => tx.insertInto('note').values({ text }).execute()),
    ).rejects.toThrow('database or disk is full');
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([{ text: 'kept' }]);
    await db.destroy();
  });

  test('with another kind of URL is refused', async () => {
    await expect(openDatabase('mysql://db/notes', schema)).rejects.toMatchObject({
      exitCode: 2,
      message: schema.urlAdvice,
    });
  });

  test('is not created by looking for it', async () => {
    expect(await openExisting(place('absent.db'), schema)).toBeUndefined();
    expect(existsSync(place('absent.db'))).toBe(false);
  });
});
