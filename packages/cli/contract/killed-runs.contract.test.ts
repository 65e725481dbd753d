import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { descendantsOf } from '@uat/core';
import { resourceJournalFile } from '@uat/data';
import { describe, expect, test, vi } from 'vitest';
import { configElsewhere } from './support/config-elsewhere.ts';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { harnessConfig, startCommand } from './support/spawn-uat.ts';
import { adminOf, usersOn } from './support/users-on.ts';

describe('what a run left on a target that was killed with all its processes', () => {
  const platform = sharedPlatform();
  const there = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

  /** Counts what runs have made on the target and left there. */
  async function left() {
    const { pats } = await adminOf(platform().url).auth.pats();
    const tokens = pats.filter(({ name, revoked }) => name?.startsWith('uat-') && revoked !== true);
    return { users: (await usersOn(platform().url)).length, tokens: tokens.length };
  }

  test('is removed by the next run there, also behind a line of its journal that cannot be read', async () => {
    const config = configElsewhere(harnessConfig);
    const killed = startCommand(there('abandoned', '--grant', 'users,tokens'), { config, env: asAdmin });
    // Two of the users stand in for the roles that have no credentials.
    await vi.waitFor(async () => expect(await left()).toEqual({ users: 3, tokens: 1 }), {
      timeout: 30_000,
      interval: 200,
    });
    const pid = Number(killed.pid);
    for (const one of [...descendantsOf(pid), pid]) process.kill(one, 'SIGKILL');
    await killed;
    const runs = path.join(path.dirname(config), '.uat', 'runs');
    const journal = resourceJournalFile(path.join(runs, readdirSync(runs)[0] ?? ''));
    appendFileSync(journal, '{"event":"created","resource":{"kind":"castle"}}\n');
    expect(await left(), 'no process was left to remove it').toEqual({ users: 3, tokens: 1 });

    const { exitCode, stderr } = await startCommand(there('kept'), { config, env: asAdmin });

    expect(await left()).toEqual({ users: 0, tokens: 0 });
    expect(exitCode, 'it is no fault of the run that removes it').toBe(0);
    expect(stderr).toContain('removed 4 resources of a killed run');
    expect(stderr).toContain('cannot be read, and was left out');
  });
});
