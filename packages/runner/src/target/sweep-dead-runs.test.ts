import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '@uat/config';
import { type Resource, resourceJournal, resourceJournalFile } from '@uat/data';
import { createKamiwaza } from '@uat/sdk';
import { afterAll, describe, expect, test } from 'vitest';
import { sweepDeadRuns } from './sweep-dead-runs.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-sweep-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const target: Session['target'] = {
  kind: 'attached',
  name: 'staging',
  url: 'http://t.test',
  grants: [],
  capabilities: ['users'],
  roles: { admin: { token: 'a' } },
  verifyTls: true,
  budgets: {},
};
/** No process has a number as high as this. */
const dead = 2 ** 22 + 1;
const user = (id: string): Resource => ({ kind: 'user', id, name: `uat-20261122-1831-k3f9-${id}` });

/** A target on which these users are, or that refuses to say so. */
function targetWith(users: Resource[], { mute = false } = {}) {
  const there = new Map(users.map(({ id, name }) => [id, name]));
  const client = createKamiwaza({
    baseUrl: target.url,
    credentials: { kind: 'token', token: 'a' },
    fetch: async ({ method, url }) => {
      if (mute) return Response.json({ detail: 'out of order' }, { status: 500 });
      if (method === 'DELETE') there.delete(/users\/(?<id>\w+)$/.exec(url)?.groups?.['id'] ?? '');
      if (method === 'DELETE') return Response.json({ message: 'gone' });
      if (url.endsWith('/pats')) return Response.json({ pats: [] });
      return Response.json([...there].map(([id, username]) => ({ id, username })));
    },
  });
  return { there: () => [...there.keys()], clientFor: () => client };
}

/** A folder of runs with one in it, whose journal was opened by this process on this target. */
function runOf({ pid = dead, targetUrl = target.url } = {}) {
  const runs = mkdtempSync(path.join(scratch, 'runs-'));
  mkdirSync(path.join(runs, 'run'));
  const journal = resourceJournalFile(path.join(runs, 'run'));
  writeFileSync(journal, `${JSON.stringify({ event: 'opened', targetUrl, pid })}\n`);
  return { runs, journal };
}

async function swept(
  runs: string[],
  clientFor: ReturnType<typeof targetWith>['clientFor'],
): Promise<string[]> {
  const said: string[] = [];
  await sweepDeadRuns({ runs, target, clientFor, say: (line) => void said.push(line) });
  return said;
}

describe('what a dead run made', () => {
  test('is removed, and the journal says so', async () => {
    const { runs, journal } = runOf();
    const { there, clientFor } = targetWith([user('1'), user('2')]);
    resourceJournal(journal).created(user('1'));

    expect(await swept([runs, runs], clientFor)).toEqual(['removed a resource of a killed run']);

    expect(there()).toEqual(['2']);
    expect(resourceJournal(journal).read().open).toEqual([]);
    expect(await swept([runs], clientFor), 'the next time there is nothing to do').toEqual([]);
  });

  test('and never heard of is found by its name', async () => {
    const { runs, journal } = runOf();
    const { there, clientFor } = targetWith([user('1'), user('2')]);
    resourceJournal(journal).announce(user('1').name);

    await swept([runs], clientFor);

    expect(there()).toEqual(['2']);
  });

  test('stays in the journal when the target does not remove it, and is told', async () => {
    const { runs, journal } = runOf();
    const { clientFor } = targetWith([user('1')], { mute: true });
    resourceJournal(journal).created(user('1'));
    resourceJournal(journal).announce(user('2').name);

    expect(await swept([runs], clientFor)).toEqual([
      expect.stringMatching(/^what a killed run left cannot be looked up: .*500/),
      expect.stringMatching(/^left by a killed run: the user .+ could not be removed: .*500/),
    ]);
    expect(resourceJournal(journal).read().open).toEqual([user('1')]);
  });

  test('is removed also beside a line that cannot be read', async () => {
    const { runs, journal } = runOf();
    const { there, clientFor } = targetWith([user('1')]);
    appendFileSync(journal, 'ink\n');
    resourceJournal(journal).created(user('1'));

    expect(await swept([runs], clientFor)).toContain(`${journal}: line 2 cannot be read, and was left out`);
    expect(there()).toEqual([]);
  });
});

test.each([
  { whose: 'a run that goes on', run: { pid: process.ppid } },
  { whose: 'this very run', run: { pid: process.pid } },
  { whose: 'a run on another target', run: { targetUrl: 'http://other.test' } },
])('what belongs to $whose is left alone', async ({ run }) => {
  const { runs, journal } = runOf(run);
  const { there, clientFor } = targetWith([user('1')]);
  resourceJournal(journal).created(user('1'));

  expect(await swept([runs, path.join(runs, 'not there')], clientFor)).toEqual([]);

  expect(there()).toEqual(['1']);
});
