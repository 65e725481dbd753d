import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { probe, readEvents, type Verdict } from '@uat/runner';
import { execa } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { ended, startUat, uat } from './spawn-uat.ts';

/** Waits until the run in this folder has judged its first test; its other test never ends by itself. */
const firstTestJudged = (out: string) =>
  vi.waitFor(() => expect(readEvents(out).some(({ event }) => event === 'judged')).toBe(true), {
    timeout: 30_000,
    interval: 100,
  });

describe('a run that is stopped', () => {
  test.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)(
    'by $signal reports what had been judged and leaves no process behind',
    async ({ signal, code }) => {
      const { child, out } = startUat(['endless']);
      await firstTestJudged(out);

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
    await vi.waitFor(() => expect(existsSync(path.join(out, '.uat-run'))).toBe(true), { interval: 10 });

    child.kill('SIGINT');

    const { exitCode, verdict } = ended(await child, out);
    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 130, kind: 'interrupted' });
  });

  test('by the death of its parent stops like one that got SIGTERM', async () => {
    const { child: parent, out } = startUat(['endless'], { start: 'parent' });
    await firstTestJudged(out);

    parent.kill('SIGKILL');

    const verdict = await vi.waitFor(
      () => JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as Verdict,
      { timeout: 15_000, interval: 200 },
    );
    expect(verdict).toMatchObject({ kind: 'interrupted', exitCode: 143, counts: { passed: 1 } });
    expect(await probe(String(verdict.target.url))).toMatchObject({ state: 'down' });
  });

  test('by its own time limit is infrastructure, with what was judged', async () => {
    const { exitCode, verdict } = await uat(['endless', '--timeout', '6s', '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble).toContain('the run was ended after 6s (--timeout)');
    expect(verdict.counts).toMatchObject({ passed: 1, notRun: 1 });
  });
});

describe('uat killed without a chance', () => {
  test('takes its platform and its tests with it', async () => {
    const { child, out } = startUat(['endless']);
    await firstTestJudged(out);
    const { stdout: children } = await execa('pgrep', ['-P', String(child.pid)]);

    child.kill('SIGKILL');

    const pids = children.split('\n').map(Number);
    expect(pids.length).toBeGreaterThanOrEqual(2);
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 15_000, interval: 200 });
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
