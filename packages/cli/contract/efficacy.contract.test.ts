import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { projectRoot } from '@uat/core';
import { describe, expect, test, vi } from 'vitest';
import { processesWithVariable } from './support/processes-with.ts';
import { harnessConfig, startCommand } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
/** Suites that notice A24 in their smoke layer, overlook A4, and have a test that is always red. */
const careless = here('./efficacy/uat.config.ts');
const ours = path.join(projectRoot, 'uat.config.ts');

/** Runs `uat efficacy` to its end and reads what it wrote. */
async function efficacy(args: string[], config: string, env: NodeJS.ProcessEnv = {}) {
  const file = path.join(temporaryFolder(), 'efficacy.json');
  const { exitCode, stdout, stderr } = await startCommand(['efficacy', ...args, '--json', file], {
    config,
    env,
  });
  if (!existsSync(file)) throw new Error(`no JSON; uat said:\n${stdout}\n${stderr}`);
  return { exitCode, stdout, report: JSON.parse(readFileSync(file, 'utf8')), folder: path.dirname(file) };
}

describe('our own suites', () => {
  test('catch faults by a test that claims to', { timeout: 300_000 }, async () => {
    const ids = ['A4', 'A24'];

    const { exitCode, report, stdout } = await efficacy(['authnz', '--fast', '--fault', ...ids], ours);

    expect(report, stdout).toEqual({
      schemaVersion: 1,
      area: 'authnz',
      total: ids.length,
      caught: ids.length,
      survived: [],
      broken: [],
      falseAlarms: [],
      fast: true,
      stopped: true,
      secondsToDetect: { median: expect.any(Number), max: expect.any(Number) },
      apfd: null,
      matrix: ids.map((fault) => ({
        fault,
        caughtBy: [expect.stringMatching(/^(authnz|smoke)\/[a-z-]+#/)],
        alsoRed: [],
        seconds: expect.any(Number),
      })),
    });
    expect(exitCode).toBe(0);
  });
});

describe('suites that are careless', () => {
  test('are told what survived and what kept the platform from starting; what was judged is not run again', async () => {
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(here('./efficacy/no-start-with-a24.ts')).href}` };
    const asked = ['authnz', '--fast', '--fault', 'A4', 'A24'];

    const { exitCode, report, stdout } = await efficacy(asked, careless, env);
    const again = await efficacy([...asked, '--resume'], careless, env);

    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ total: 2, caught: 0, survived: ['A4'], broken: ['A24'], falseAlarms: [] });
    expect(stdout).toContain(
      'SURVIVED: A personal access token keeps working after its owner has revoked it.',
    );
    expect(stdout).toContain('BROKEN: The embedded platform did not start');
    expect(again.stdout).toContain('until a test has caught it; 2 of the runs were made before');
    expect({ exitCode: again.exitCode, report: again.report }).toEqual({ exitCode, report });
  });

  test('are told their false alarms; a red smoke layer catches, and keeps nothing from running', async () => {
    const { exitCode, report, folder } = await efficacy(['authnz', '--fault', 'A24'], careless);

    expect(exitCode).toBe(1);
    expect(report).toEqual({
      schemaVersion: 1,
      area: 'authnz',
      total: 1,
      caught: 1,
      survived: [],
      broken: [],
      falseAlarms: ['authnz/authnz#a-visitor-is-let-in'],
      fast: false,
      stopped: false,
      secondsToDetect: { median: expect.any(Number), max: expect.any(Number) },
      // The first of four tests.
      apfd: 0.875,
      matrix: [
        {
          fault: 'A24',
          caughtBy: ['smoke/smoke#a-held-patch-is-answered-with-the-caller'],
          alsoRed: ['authnz/authnz#a-held-patch-of-an-administrator-is-answered-too'],
          seconds: expect.any(Number),
        },
      ],
    });
    expect(readFileSync(path.join(folder, 'efficacy.html'), 'utf8')).toContain('1 of 1 faults caught');
  });
});

test('a run ends soon after the first catch, though a dozen tests would be red', async () => {
  const patient = here('./stop-when-caught/uat.config.ts');

  const { exitCode, report } = await efficacy(['authnz', '--fast', '--fault', 'A24'], patient);

  expect(exitCode).toBe(0);
  expect(report).toMatchObject({ total: 1, caught: 1, broken: [], falseAlarms: [], stopped: true });
  expect(report.matrix[0].caughtBy.length).toBeGreaterThanOrEqual(1);
  expect(report.matrix[0].caughtBy.length, 'tests that were over before it').toBeLessThan(12);
});

test('a sample is told with its seed, and its part is measured', async () => {
  const asked = ['authnz', '--fast', '--sample', '3', '--seed', '7', '--part', '1/3'];

  const { exitCode, report, stdout } = await efficacy(asked, careless);

  expect(stdout).toMatch(/sample   3 of \d+ \(--seed 7\)\n  part     1 of 3\n  faults  \S+\n/);
  // No test of these suites claims it: nothing has to run.
  expect({ exitCode, report }).toMatchObject({
    exitCode: 1,
    report: { total: 1, caught: 0, survived: [/faults  (\S+)/.exec(stdout)?.[1]] },
  });
});

describe('a command line that cannot be measured', () => {
  test.each([
    {
      what: 'an unknown fault',
      args: ['authnz', '--fault', 'A44'],
      says: "There is no fault 'A44'. Did you mean 'A4'?",
    },
    { what: 'an unknown area', args: ['authz'], says: "There is no area 'authz'" },
    { what: 'an area without faults', args: ['smoke'], says: "The area 'smoke' has no faults" },
    {
      what: 'a config without faults',
      args: ['--config', harnessConfig],
      says: 'no faults to measure with',
    },
  ])('ends with 2 and a sentence: $what', async ({ args, says }) => {
    const { exitCode, stderr } = await startCommand(['efficacy', ...args], { config: careless });

    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });
});

test('the measuring that is stopped leaves no process and no folder behind', async () => {
  const TMPDIR = temporaryFolder();
  const mark = { UAT_CONTRACT: randomUUID() };
  const child = startCommand(['efficacy', 'authnz'], { config: careless, env: { TMPDIR, ...mark } });
  const platforms = () =>
    processesWithVariable(`UAT_CONTRACT=${mark.UAT_CONTRACT}`).filter((command) =>
      /(?:platform\/src\/main|faults\/src\/platform\/main)\.ts/.test(command),
    );
  await vi.waitFor(() => expect(platforms()).toHaveLength(2), { timeout: 90_000, interval: 20 });

  child.kill('SIGINT');

  expect((await child).exitCode).toBe(130);
  expect(processesWithVariable(`UAT_CONTRACT=${mark.UAT_CONTRACT}`)).toEqual([]);
  expect(readdirSync(TMPDIR).filter((name) => /^uat-(private|list)-/.test(name))).toEqual([]);
});
