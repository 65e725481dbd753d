import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** All migrations from an empty database to the current schema, in the order of their names. */
export const migrations: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('history_run')
        .addColumn('run_id', 'text', (column) => column.primaryKey())
        .addColumn('digest', 'text', (column) => column.notNull().unique())
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('version', 'text')
        .addColumn('contract_version', 'text')
        .addColumn('suite_commit', 'text')
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('exit_code', 'integer', (column) => column.notNull())
        .addColumn('seconds', 'double precision', (column) => column.notNull())
        .addColumn('areas', 'text', (column) => column.notNull())
        .addColumn('counts', 'text', (column) => column.notNull())
        .addColumn('plan_hash', 'text')
        .addColumn('is_full', 'integer', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('history_run_started').on('history_run').column('started_at').execute();
      await db.schema
        .createTable('history_result')
        .addColumn('run_id', 'text', (column) => column.notNull())
        .addColumn('test', 'text', (column) => column.notNull())
        .addColumn('promise', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('cause', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('seconds', 'double precision', (column) => column.notNull())
        .addColumn('fingerprint', 'text')
        .addColumn('detail', 'text')
        .addPrimaryKeyConstraint('history_result_key', ['run_id', 'test'])
        .execute();
      // With the title, the names of all tests are in the index.
      await db.schema
        .createIndex('history_result_promise')
        .on('history_result')
        .columns(['promise', 'title', 'run_id'])
        .execute();
    },
  },
};
