import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** All migrations from an empty database to the current schema, in the order of their names. */
export const migrations: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('inbox')
        .addColumn('delivery_id', 'text', (column) => column.primaryKey())
        .addColumn('body_hash', 'text', (column) => column.notNull().unique())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('received_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('due_issue')
        .addColumn('issue_id', 'text', (column) => column.primaryKey())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('generation', 'bigint', (column) => column.notNull().defaultTo(1))
        .addColumn('claimed_by', 'text')
        .addColumn('claimed_until', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.createIndex('due_issue_due_at').on('due_issue').column('due_at').execute();
      await db.schema
        .createTable('issue')
        .addColumn('issue_id', 'text', (column) => column.primaryKey())
        .addColumn('identifier', 'text', (column) => column.notNull())
        .addColumn('verdict', 'text')
        .addColumn('note_id', 'text')
        .addColumn('effects', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('lost_comments', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('memory', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('issue_identifier').on('issue').column('identifier').execute();
      await db.schema.createIndex('issue_note_id').on('issue').column('note_id').execute();
      await db.schema
        .createTable('outbox')
        .addColumn('issue_id', 'text', (column) => column.notNull())
        .addColumn('number', 'bigint', (column) => column.notNull())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('effect', 'text', (column) => column.notNull())
        .addColumn('urgent', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('claimed_by', 'text')
        .addColumn('claimed_until', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('state', 'text', (column) => column.notNull().defaultTo('waiting'))
        .addColumn('reason', 'text')
        .addPrimaryKeyConstraint('outbox_key', ['issue_id', 'number'])
        .execute();
      await db.schema.createIndex('outbox_lane').on('outbox').columns(['lane', 'position']).execute();
      await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'due_at']).execute();
      await db.schema
        .createTable('dropped_revert')
        .addColumn('issue_id', 'text', (column) => column.notNull())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('dropped_revert_key', ['issue_id', 'cause'])
        .execute();
      await db.schema
        .createTable('card_move')
        .addColumn('issue_id', 'text', (column) => column.notNull())
        .addColumn('actor_id', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('card_move_actor').on('card_move').columns(['actor_id', 'at']).execute();
      await db.schema
        .createTable('audit')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('issue_id', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('audit_issue').on('audit').columns(['issue_id', 'at']).execute();
      await db.schema
        .createTable('kept')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
};
