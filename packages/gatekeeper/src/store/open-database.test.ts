import { existsSync } from 'node:fs';
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

test('a server that cannot be reached is reported, with the variables to check', async () => {
  await expect(openExisting('postgres://x@localhost:1/x')).rejects.toMatchObject({
    kind: 'infrastructure',
    message: expect.stringMatching(/ECONNREFUSED.*DATABASE_URL/),
  });
});
