import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, openExisting } from './open-database.ts';

const folder = temporaryFolder(afterAll);

test('an existing database is opened, and a missing one is not created', async () => {
  const file = path.join(folder, 'gate.db');

  expect(await openExisting(file)).toBeUndefined();
  expect(existsSync(file)).toBe(false);

  await (await openDatabase(file)).destroy();
  const db = await openExisting(file);
  expect(await db?.selectFrom('issue').selectAll().execute()).toEqual([]);
  await db?.destroy();
});

test('a file that is not a database, and a server that cannot be reached, are reported', async () => {
  const file = path.join(folder, 'text.db');
  writeFileSync(file, 'not a database, but a text that is long enough to be looked at as one'.repeat(20));

  await expect(openExisting(file)).rejects.toMatchObject({ kind: 'infrastructure' });
  await expect(openExisting('postgres://x@localhost:1/x')).rejects.toMatchObject({
    kind: 'infrastructure',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});
