import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { processesWithVariable } from './support/processes-with.ts';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { ended, startUat } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';
import { usersOn } from './support/users-on.ts';

const noteListener = new URL('./support/heard-signals.ts', import.meta.url).href;

/**
 * Milliseconds after which a run is stopped, counted from the moment in which it can hear that; the same ones always.
 */
const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 5_000 })), { numRuns: 8, seed: 20_261_122 });
const pairs = moments.flatMap((first, index) => (index % 2 === 0 ? [[first, moments[index + 1] ?? 0]] : []));

describe('SIGTERM at any moment', () => {
  const platform = sharedPlatform();

  /** Runs an area that makes users all the time, and stops it after a while; gives its outcome. */
  async function stoppedAfter(moment: number) {
    const TMPDIR = temporaryFolder();
    const listens = path.join(TMPDIR, 'listens');
    const mark = randomUUID();
    const { child, out } = startUat(['busy', '--target', platform().url, '--grant', 'users', '--no-report'], {
      env: {
        ...asAdmin,
        TMPDIR,
        UAT_CONTRACT: mark,
        UAT_CONTRACT_LISTENS: listens,
        NODE_OPTIONS: `--import=${noteListener}`,
      },
    });
    await vi.waitFor(() => expect(existsSync(listens)).toBe(true), { timeout: 30_000, interval: 5 });
    await sleep(moment);
    child.kill('SIGTERM');

    const { exitCode, verdict } = ended(await child, out);
    const users = await usersOn(platform().url);
    return {
      moment,
      exitCode,
      kind: verdict.kind,
      trouble: verdict.trouble.filter((line) => !line.includes('did not run')),
      processes: processesWithVariable(`UAT_CONTRACT=${mark}`),
      folders: readdirSync(TMPDIR).filter((name) => name.startsWith('uat-')),
      users: users.filter((name) => name.includes(verdict.runId)),
    };
  }

  test.each(pairs)('(after %d ms and after %d ms) leaves a verdict and nothing else', async (...both) => {
    const results = await Promise.all(both.map(stoppedAfter));

    expect(results).toEqual(
      both.map((moment) => ({
        ...{ moment, exitCode: 143, kind: 'interrupted', trouble: [] },
        ...{ processes: [], folders: [], users: [] },
      })),
    );
  });
});
