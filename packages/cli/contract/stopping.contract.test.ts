import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '@uat/core';
import { verdictSchema } from '@uat/record';
import { probe } from '@uat/runner';
import { execa } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { firstAttempt } from './support/first-attempt.ts';
import { processesWithVariable } from './support/processes-with.ts';
import { sharedPlatform } from './support/shared-platform.ts';
import { ended, startCommand, startUat, uat } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';

const platform = sharedPlatform();
/** Long enough for a first test to be judged, also on a slow machine with other work. */
const limit = '20s';
const there = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

describe('a run that is stopped', () => {
  test.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
    { signal: 'SIGHUP', code: 143 },
  ] as const)(
    'by $signal reports what had been judged and leaves no process behind',
    async ({ signal, code }) => {
      const { child, out } = startUat(['endless']);
      await firstAttempt(out);

      child.kill(signal);

      const { exitCode, verdict } = ended(await child, out);
      expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: code, kind: 'interrupted' });
      expect(verdict.counts).toMatchObject({ discovered: 2, passed: 1, notRun: 1 });
      expect(existsSync(path.join(out, 'summary.md'))).toBe(true);
      expect(existsSync(path.join(out, 'allure-report')), 'no report of half a run').toBe(false);
      expect(await probe(String(verdict.target.url))).toMatchObject({ state: 'down' });
    },
  );

  test('while the platform starts is interrupted too', async () => {
    const { child, out } = startUat(['kept']);
    await vi.waitFor(() => expect(existsSync(path.join(out, '.uat-run'))).toBe(true), {
      timeout: 30_000,
      interval: 10,
    });

    child.kill('SIGINT');

    const { exitCode, verdict } = ended(await child, out);
    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 130, kind: 'interrupted' });
  });

  test('by the death of its parent stops like one that got SIGTERM', async () => {
    const { child: parent, out } = startUat(['endless'], { start: 'parent' });
    await firstAttempt(out);

    parent.kill('SIGKILL');

    const verdict = await vi.waitFor(
      () => verdictSchema.parse(JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8'))),
      { timeout: 30_000, interval: 200 },
    );
    expect(verdict).toMatchObject({ kind: 'interrupted', exitCode: 143, counts: { passed: 1 } });
    expect(await probe(String(verdict.target.url))).toMatchObject({ state: 'down' });
  });

  test('by its own time limit is infrastructure, with what was judged, also while a test hears nothing', async () => {
    const mark = { UAT_CONTRACT: randomUUID() };

    const { exitCode, verdict } = await uat(
      there('endless', 'spinning', '--workers', '2', '--timeout', limit),
      { env: mark },
    );

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble).toContain(`the run was ended after ${limit} (--timeout)`);
    expect(verdict.counts).toMatchObject({ passed: 2, notRun: 2 });
    expect(processesWithVariable(`UAT_CONTRACT=${mark.UAT_CONTRACT}`)).toEqual([]);
  });
});

describe('a reader that leaves early', () => {
  test('changes nothing: the verdict is that of a run with a reader', async () => {
    const { verdict, stdout } = await uat(there('kept'), { start: 'reader' });

    expect(stdout.split('\n')).toHaveLength(1);
    expect(verdict).toMatchObject({ kind: 'pass', exitCode: 0, counts: { discovered: 2, passed: 2 } });
  });
});

describe('uat list', () => {
  test('that is stopped ends as one that was stopped, and leaves nothing', async () => {
    const TMPDIR = temporaryFolder();
    const mark = { UAT_CONTRACT: randomUUID() };
    const child = startCommand(['list', 'kept'], { env: { TMPDIR, ...mark } });
    await vi.waitFor(() => expect(readdirSync(TMPDIR)).not.toEqual([]), { timeout: 30_000, interval: 10 });

    child.kill('SIGTERM');

    expect((await child).exitCode).toBe(143);
    expect(readdirSync(TMPDIR).filter((name) => name.startsWith('uat-'))).toEqual([]);
    await vi.waitFor(() => expect(processesWithVariable(`UAT_CONTRACT=${mark.UAT_CONTRACT}`)).toEqual([]));
  });
});

describe('uat killed without a chance', () => {
  test('takes its platform and its tests with it', async () => {
    const { child, out } = startUat(['endless']);
    await firstAttempt(out);
    const { stdout: children } = await execa('pgrep', ['-P', String(child.pid)]);

    child.kill('SIGKILL');

    const pids = children.split('\n').map(Number);
    expect(pids.length).toBeGreaterThanOrEqual(2);
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 30_000, interval: 200 });
  });
});
