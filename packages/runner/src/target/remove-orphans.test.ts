import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '@uat/config';
import { type Resource, resourceJournal, resourceJournalFile } from '@uat/data';
import { createKamiwaza } from '@uat/sdk';
import { afterAll, describe, expect, test } from 'vitest';
import { removeOrphans } from './remove-orphans.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-orphans-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const runId = '20261122-1831-k3f9';
const target: Session['target'] = {
  kind: 'attached',
  name: 'staging',
  url: 'http://t.test',
  grants: ['users'],
  capabilities: ['users'],
  roles: { admin: { token: 'a' } },
  verifyTls: true,
  budgets: {},
};
const user = (id: string, run = runId): Resource => ({ kind: 'user', id, name: `uat-${run}-${id}` });

/**
 * A target on which these users are; one that lies says of each that it was removed and keeps it; a deaf one lists
 * none.
 */
function targetWith(users: Resource[], { lies = false, deaf = false } = {}) {
  const there = new Map(users.map(({ id, name }) => [id, name]));
  const asked: string[] = [];
  const client = createKamiwaza({
    baseUrl: target.url,
    credentials: { kind: 'token', token: 'a' },
    fetch: async ({ method, url }) => {
      const id = /users\/(?<id>\w+)$/.exec(url)?.groups?.['id'] ?? '';
      asked.push(`${method} ${new URL(url).pathname}`);
      if (method === 'DELETE' && !lies) there.delete(id);
      if (method === 'DELETE') return Response.json({ message: 'gone' });
      if (url.endsWith('/pats')) return Response.json({ pats: [] });
      if (deaf) return Response.json({ detail: 'Not allowed' }, { status: 403 });
      return Response.json([...there].map(([one, username]) => ({ id: one, username })));
    },
  });
  return { there, asked, clientFor: () => client };
}

const newJournal = () => resourceJournalFile(mkdtempSync(path.join(scratch, 'run-')));

describe('what a run leaves', () => {
  test('are none, and no request is sent, when it made nothing', async () => {
    const { asked, clientFor } = targetWith([user('1')]);

    expect(await removeOrphans(runId, target, clientFor, newJournal())).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('is removed', async () => {
    const journal = newJournal();
    const { there, clientFor } = targetWith([user('1')]);
    resourceJournal(journal).created(user('1'));

    expect(await removeOrphans(runId, target, clientFor, journal)).toEqual([]);
    expect([...there]).toEqual([]);
  });

  test('is told when the target says that it is gone and keeps it', async () => {
    const journal = newJournal();
    const { clientFor } = targetWith([user('1')], { lies: true });
    resourceJournal(journal).created(user('1'));

    expect(await removeOrphans(runId, target, clientFor, journal)).toEqual([
      `the user ${user('1').name} was removed and is still there`,
    ]);
  });

  test('is found by its run tag when its test was stopped before it heard of it', async () => {
    const journal = newJournal();
    const { there, clientFor } = targetWith([user('1'), user('2', '20261122-1831-zzzz')]);
    resourceJournal(journal).announce(user('1').name);

    expect(await removeOrphans(runId, target, clientFor, journal)).toEqual([]);
    expect([...there.keys()], 'what another run made is its own').toEqual(['2']);
    expect(resourceJournal(journal).read().open).toEqual([]);
  });

  test('is looked up among the kinds of things that it made', async () => {
    const journal = newJournal();
    const pat: Resource = { kind: 'pat', id: 'j1', name: `uat-${runId}-j1`, owner: 'admin' };
    const { asked, clientFor } = targetWith([user('1')], { deaf: true });
    resourceJournal(journal).created(pat);
    resourceJournal(journal).removed(pat);

    expect(await removeOrphans(runId, target, clientFor, journal)).toEqual([]);
    expect(asked).toEqual(['GET /api/auth/pats']);
  });

  test('that cannot be looked up is said', async () => {
    const journal = newJournal();
    const { clientFor } = targetWith([user('1')], { deaf: true });
    resourceJournal(journal).created(user('1'));

    expect(await removeOrphans(runId, target, clientFor, journal)).toEqual([
      expect.stringMatching(/^what the run left cannot be looked up: 403 from GET /),
    ]);
  });
});
