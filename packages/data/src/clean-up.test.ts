import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp } from './clean-up.ts';
import { type Resource, resourceJournal, resourceJournalFile } from './resource-journal.ts';
import { stubApi } from './testing/stub-api.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-clean-up-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const user: Resource = { kind: 'user', id: '42', name: 'uat-a' };
const pat: Resource = { kind: 'pat', id: 'j1', name: 'uat-b', owner: 'viewer' };

/** A journal in which a user was created and then a token. */
function journalWithBoth(): string {
  const file = resourceJournalFile(mkdtempSync(path.join(scratch, 'run-')));
  resourceJournal(file).open('http://t');
  for (const one of [user, pat]) resourceJournal(file).created(one);
  return file;
}

const message = { body: { message: 'gone' } };

test('the newest resources are removed first, and recorded as removed', async () => {
  await using api = await stubApi({ 'DELETE /auth/users/42': message, 'DELETE /auth/pats/j1': message });
  const journal = journalWithBoth();

  expect(await cleanUp(journal, api.as)).toEqual([]);

  expect(api.requests).toEqual(['viewer DELETE /auth/pats/j1', 'admin DELETE /auth/users/42']);
  expect(resourceJournal(journal).read()).toMatchObject({ used: true, open: [] });
});

test('a resource that cannot be removed is reported, stays open, and does not keep the others', async () => {
  await using api = await stubApi({
    'DELETE /auth/users/42': message,
    'DELETE /auth/pats/j1': { status: 500, body: { detail: 'out of order' } },
  });
  const journal = journalWithBoth();

  const failures = await cleanUp(journal, api.as);

  expect(failures).toEqual([expect.stringMatching(/^the token uat-b could not be removed: .*500/)]);
  expect(resourceJournal(journal).read().open).toEqual([pat]);
});

test('an unreachable target keeps everything open, with a sentence for each resource', async () => {
  const api = await stubApi({});
  await api[Symbol.asyncDispose]();
  const journal = journalWithBoth();

  expect(await cleanUp(journal, api.as)).toHaveLength(2);
  expect(resourceJournal(journal).read().open).toEqual([pat, user]);
});

test('a journal without open resources sends no requests', async () => {
  await using api = await stubApi({});

  expect(await cleanUp(path.join(scratch, 'there-is-none'), api.as)).toEqual([]);
  expect(api.requests).toEqual([]);
});
