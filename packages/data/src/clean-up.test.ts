import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp } from './clean-up.ts';
import { type Belonging, ledgerFile, openLedger, readLedger, recordInLedger } from './resource-journal.ts';
import { stubApi } from './testing/stub-api.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-clean-up-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const user: Belonging = { kind: 'user', id: '42', name: 'uat-a' };
const pat: Belonging = { kind: 'pat', id: 'j1', name: 'uat-b', owner: 'viewer' };

/** A ledger in which a user was made and then a token. */
function ledgerWithBoth(): string {
  const file = ledgerFile(mkdtempSync(path.join(scratch, 'run-')));
  openLedger(file, 'http://t');
  for (const one of [user, pat]) recordInLedger(file, 'made', one);
  return file;
}

const message = { body: { message: 'gone' } };

test('cleaning up removes the newest first, and the ledger says so', async () => {
  await using api = await stubApi({ 'DELETE /auth/users/42': message, 'DELETE /auth/pats/j1': message });
  const ledger = ledgerWithBoth();

  expect(await cleanUp(ledger, api.as)).toEqual([]);

  expect(api.asked).toEqual(['viewer DELETE /auth/pats/j1', 'admin DELETE /auth/users/42']);
  expect(readLedger(ledger)).toMatchObject({ used: true, open: [] });
});

test('what stays is named, keeps its place in the ledger, and does not keep the rest', async () => {
  await using api = await stubApi({
    'DELETE /auth/users/42': message,
    'DELETE /auth/pats/j1': { status: 500, body: { detail: 'out of order' } },
  });
  const ledger = ledgerWithBoth();

  const stayed = await cleanUp(ledger, api.as);

  expect(stayed).toEqual([expect.stringMatching(/^the token uat-b could not be removed: .*500/)]);
  expect(readLedger(ledger).open).toEqual([pat]);
});

test('a target that is gone keeps everything, with a sentence for each', async () => {
  const api = await stubApi({});
  await api[Symbol.asyncDispose]();
  const ledger = ledgerWithBoth();

  expect(await cleanUp(ledger, api.as)).toHaveLength(2);
  expect(readLedger(ledger).open).toEqual([pat, user]);
});

test('a ledger of which nothing is open asks nobody', async () => {
  await using api = await stubApi({});

  expect(await cleanUp(path.join(scratch, 'there-is-none'), api.as)).toEqual([]);
  expect(api.asked).toEqual([]);
});
