import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { processesWithVariable } from './support/processes-with.ts';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { ended, startUat, uat } from './support/spawn-uat.ts';
import { firstAttempt } from './support/first-attempt.ts';
import { temporaryFolder } from '@uat/testing';
import { usersOn } from './support/users-on.ts';

const platform = sharedPlatform();
const here = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

describe('a worker that ends by itself', () => {
  test('or is killed is infrastructure, and the rest is judged', async () => {
    const { exitCode, verdict } = await uat(here('dying'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 1, failed: 2 });
    const infrastructure = { class: 'infrastructure', error: expect.stringContaining('worker process') };
    expect(verdict.failures).toMatchObject([
      { title: 'exits', ...infrastructure },
      { title: 'is killed', ...infrastructure },
    ]);
  });
});

describe('a worker that cannot clean up', () => {
  test('on a target that answers is a regression, though its tests passed', async () => {
    const { exitCode, verdict } = await uat(here('worker-teardown'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 1, passed: 1, failed: 0 });
    expect(verdict.trouble.join('\n')).toContain('the thing cannot be given back');
  });
});

describe('Playwright itself', () => {
  test('that runs out of time is infrastructure', async () => {
    const { exitCode, verdict } = await uat(here('endless', '--', '--global-timeout', '15000'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.counts).toMatchObject({ discovered: 2, passed: 1, notRun: 1 });
    expect(verdict.trouble.join('\n')).toContain('Timed out');
  });

  test('that is killed is infrastructure, and what was made for the run goes all the same', async () => {
    const TMPDIR = temporaryFolder();
    const mark = { UAT_CONTRACT: randomUUID() };
    const { child, out } = startUat(here('endless', '--grant', 'users'), {
      env: { ...asAdmin, ...mark, TMPDIR },
    });
    await firstAttempt(out);
    const { stdout: children } = await execa('pgrep', ['-P', String(child.pid), '-f', 'playwright.*test']);

    process.kill(Number(children), 'SIGKILL');

    const { exitCode, verdict } = ended(await child, out);
    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toContain('Playwright was killed');
    expect(await usersOn(platform().url)).toEqual([]);
    expect(processesWithVariable(`UAT_CONTRACT=${mark.UAT_CONTRACT}`), 'a worker that goes on').toEqual([]);
    expect(readdirSync(TMPDIR).filter((name) => name.startsWith('uat-staging-'))).toEqual([]);
  });
});
