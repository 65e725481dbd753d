import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { StartError } from './errors/start-error.ts';
import { startPlatform } from './start-platform.ts';
import { testedPlatform } from '../testing/tested-platform.ts';

let scratch: string;

beforeAll(async () => void (scratch = await mkdtemp(join(tmpdir(), 'uat-platform-starts-'))));
afterAll(() => rm(scratch, { recursive: true }));

test('random passwords are announced, work, are new with every start, and yield to a chosen one', async () => {
  const dataDir = join(scratch, 'random');
  const passwords: string[] = [];
  for (const adminPassword of [undefined, 'chosen']) {
    await using tested = await testedPlatform({ dataDir, randomPasswords: true, adminPassword });
    const [admin, ...others] = tested.platform.accounts;
    passwords.push(...tested.platform.accounts.map(({ password }) => password));
    for (const { username, password } of tested.platform.accounts)
      expect((await tested.signIn(username, password)).status).toBe(200);
    expect((await tested.signIn('tester', 'testpass')).status).toBe(401);
    expect(admin?.password === 'chosen').toBe(adminPassword !== undefined);
    expect(others.every(({ password }) => /^[\w-]{20,}$/.test(password))).toBe(true);
  }

  expect(new Set(passwords).size).toBe(6);
});

test('an installation has admin alone, with the first password until somebody changes it, and tells none', async () => {
  const dataDir = join(scratch, 'installed');
  for (const firstPassword of ['the first one', 'of a later start']) {
    await using tested = await testedPlatform({ dataDir, firstPassword });
    expect(tested.platform.accounts).toEqual([]);
    expect((await tested.signIn('admin', 'the first one')).status).toBe(200);
    expect((await tested.signIn('admin', 'of a later start')).status).toBe(401);
    expect((await tested.signIn('tester', 'testpass')).status).toBe(401);
  }
});

test('a data folder keeps its port, so that its tokens stay valid', async () => {
  const dataDir = join(scratch, 'kept');
  const first = await startPlatform({ dataDir });
  await first.close();
  const second = await startPlatform({ dataDir });
  await second.close();

  expect(second.url).toBe(first.url);

  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  await expect(startPlatform({ dataDir })).rejects.toThrow(StartError);
  await expect(startPlatform({ dataDir })).rejects.toThrow(/taken by another program.* belong to it/);
  await using third = await startPlatform({ dataDir, port: 0 });
  expect(third.url).not.toBe(first.url);
  squatter.close();
});
