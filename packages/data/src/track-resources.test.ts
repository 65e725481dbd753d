import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Resource, resourceJournal, resourceJournalFile } from './resource-journal.ts';
import { stubApi } from './testing/stub-api.ts';
import { trackResources } from './track-resources.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-track-resources-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const runId = '20261122-1831-k3f9';
const newFile = () => resourceJournalFile(mkdtempSync(path.join(scratch, 'run-')));

test('a new name is tagged, and announced before its resource exists', async () => {
  await using api = await stubApi({});
  await using created = new AsyncDisposableStack();
  const journalFile = newFile();

  const name = trackResources({ runId, journalFile, clientFor: api.as, created }).newName();

  expect(name).toMatch(`uat-${runId}-`);
  expect(resourceJournal(journalFile).read()).toMatchObject({ used: true, unconfirmed: [name], open: [] });
});

test('a tracked resource is open until the stack is disposed, then removed', async () => {
  await using api = await stubApi({ 'DELETE /auth/users/42': { body: { message: 'gone' } } });
  const created = new AsyncDisposableStack();
  const journalFile = newFile();
  const user: Resource = { kind: 'user', id: '42', name: 'uat-a' };

  trackResources({ runId, journalFile, clientFor: api.as, created }).track(user);
  const before = resourceJournal(journalFile).read();
  await created.disposeAsync();

  expect(before.open).toEqual([user]);
  expect(api.requests).toEqual(['admin DELETE /auth/users/42']);
  expect(resourceJournal(journalFile).read()).toMatchObject({ open: [], removed: [user] });
});
