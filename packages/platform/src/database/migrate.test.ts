import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { migrate } from './migrate.ts';
import { migrations } from './schema.ts';

const version = (database: DatabaseSync) => database.prepare('PRAGMA user_version').get()?.user_version;

test('a database of the first release, which did not number itself, takes the later steps and keeps its rows', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(migrations[0]!);
  database.exec("INSERT INTO activities VALUES ('1', NULL, 'auth', 'POST /auth/token', 'sign-in', '2026')");
  migrate(database);
  migrate(database);

  expect(version(database)).toBe(migrations.length);
  expect(database.prepare('SELECT action, target FROM activities').all()).toEqual([
    { action: 'sign-in', target: null },
  ]);
});
