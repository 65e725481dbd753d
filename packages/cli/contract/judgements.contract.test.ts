import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fold, readRecord } from '@uat/record';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configElsewhere } from './support/config-elsewhere.ts';
import { sharedPlatform } from './support/shared-platform.ts';
import { ended, harnessConfig, startUat, uat, type UatRun } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';

const platform = sharedPlatform();
const here = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

test('tests behind a hook that fails did not run, and --last-failed runs them once it is mended', async () => {
  const config = configElsewhere(harnessConfig);

  const first = await uat(here('behind-hook', '--workers', '1'), { config, env: { HOOK: 'broken' } });
  const again = await uat(here('--last-failed'), { config });

  expect(first.verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
  // Only what the spec leaves out is skipped.
  expect(first.verdict.counts).toMatchObject({ discovered: 4, failed: 1, notRun: 2, skipped: 1 });
  expect(first.verdict.trouble).toContain("2 tests did not run: 'the models are shown' failed before it");
  expect(again.verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
  expect(again.verdict.counts).toMatchObject({ discovered: 3, failed: 2, notRun: 0, skipped: 1 });
  expect(again.verdict.failures.map(({ title }) => title).toSorted()).toEqual([
    'the files are shown',
    'the models are shown',
  ]);
});

describe('in a run with much that is odd', () => {
  let run: UatRun;
  beforeAll(async () => {
    const areas = ['serial', 'unclean', 'odd-attachments', 'expected-to-fail', 'lost-browser'];
    run = await uat(here(...areas, '--workers', '1'), { out: temporaryFolder(afterAll) });
  });
  const failuresOf = (area: string) => run.verdict.failures.filter((one) => one.area === area);

  test('a serial group leaves what is behind a failure not run', () => {
    expect(failuresOf('serial').map(({ title }) => title)).toEqual(['fails once']);
    expect(run.verdict.trouble).toContain("1 test did not run: 'fails once' failed before it");
    expect(run.verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
    expect(run.verdict.counts).toMatchObject({ discovered: 11, passed: 2, failed: 8, notRun: 1, skipped: 0 });
  });

  test('a body that fails before its clean-up does is a failure of the body', () => {
    expect(failuresOf('unclean')).toMatchObject([
      { title: 'its body fails, then its clean-up', phase: 'test' },
      { title: 'only its\nclean-up fails', phase: 'teardown' },
    ]);
  });

  test('an attachment that is not a file is left out, and costs no result', () => {
    expect(failuresOf('odd-attachments').map(({ title }) => title)).toEqual(['a folder']);
    expect(run.stderr).toContain(
      "the report lacks a part of 'a folder': the attachment 'a folder' does not exist, or is not a file",
    );
  });

  test('what is marked to fail keeps no promise, whether it does or not', () => {
    expect(failuresOf('expected-to-fail').map(({ error }) => error)).toEqual([
      expect.stringContaining('expected success, got 401'),
      'the test was expected to fail and passed',
    ]);
  });

  test('a browser that is killed is no fault of the product; a page that shows something else is', () => {
    expect(failuresOf('lost-browser').map(({ title, class: blamed }) => [title, blamed])).toEqual([
      ['its browser is killed', 'infrastructure'],
      ['its page shows something else', 'product'],
    ]);
  });

  test('each report is as red', () => {
    // An assertion is a failure there, and whatever else was thrown an error.
    const junit = readFileSync(path.join(run.out, 'junit.xml'), 'utf8');
    expect(junit.match(/<(?:failure|error) /g), 'with the test that did not run').toHaveLength(9);
    expect(statuses(run.out).filter((status) => status === 'failed')).toHaveLength(8);
  });
});

test('a serial group that is tried again counts as flaky only what failed', async () => {
  const { exitCode, verdict } = await uat(here('serial', '--', '--retries', '1'));

  expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 0, kind: 'pass' });
  expect(verdict.counts).toMatchObject({ discovered: 3, passed: 2, flaky: 1 });
});

test('--last-failed runs a test again of which only a repetition failed', async () => {
  const config = configElsewhere(harnessConfig);

  const first = await uat(here('repeated', '--', '--repeat-each', '2'), { config });
  const again = await uat(here('--last-failed'), { config, env: { MENDED: 'yes' } });

  expect(first.verdict.counts).toMatchObject({ discovered: 4, passed: 1, failed: 3 });
  expect(again.verdict.counts).toMatchObject({ discovered: 2, passed: 2 });
});

test('a failure in quarantine blocks nothing, and an entry about no test is refused before any runs', async () => {
  const config = configElsewhere(harnessConfig);
  const entry = (title: string) =>
    writeFileSync(
      path.join(path.dirname(config), 'quarantine.yaml'),
      `- test: broken/broken#${title}\n  ticket: ENG-3\n  reason: open to all\n  owner: ada\n  lane: local\n  expires: ${tomorrow()}\n`,
    );

  entry('an-administrator-reads-the-models');
  const stray = await uat(here('broken'), { config });
  entry('a-visitor-reads-the-models');
  const quarantined = await uat(here('broken'), { config });

  expect(stray.verdict).toMatchObject({ kind: 'configuration', exitCode: 2, counts: { discovered: 0 } });
  expect(stray.verdict.trouble.join()).toContain(
    'there is no test broken/broken#an-administrator-reads-the-models',
  );
  expect(quarantined).toMatchObject({ exitCode: 0, verdict: { kind: 'pass' } });
  expect(quarantined.verdict.counts).toMatchObject({ discovered: 2, passed: 1, failed: 0, quarantined: 1 });
  expect(quarantined.verdict.failures).toMatchObject([{ quarantine: { ticket: 'ENG-3', owner: 'ada' } }]);
});

test('variables for other runs steer neither the selection nor where results go', async () => {
  const elsewhere = path.join(temporaryFolder(), 'elsewhere.xml');
  const plan = path.join(temporaryFolder(), 'testplan.json');
  writeFileSync(plan, '{ "version": "1.0", "tests": [{ "id": "1", "selector": "another" }] }');

  const { exitCode, out } = await uat(here('kept'), {
    env: { UAT_ONLY: '["another"]', ALLURE_TESTPLAN_PATH: plan, PLAYWRIGHT_JUNIT_OUTPUT_FILE: elsewhere },
  });

  expect(exitCode).toBe(0);
  expect(existsSync(path.join(out, 'junit.xml'))).toBe(true);
  expect(existsSync(elsewhere)).toBe(false);
});

test('a title of two lines is found by its ticket and a pattern', async () => {
  const { verdict } = await uat(here('unclean', '--ticket', 'ENG-42', '--grep', 'clean-up fails'));

  expect(verdict.counts).toMatchObject({ discovered: 1, failed: 1 });
});

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** What the report is made from says of each test. */
function statuses(out: string): unknown[] {
  const results = path.join(out, 'allure-results');
  const files = readdirSync(results).filter((name) => name.endsWith('-result.json'));
  return files.map(
    (name) => (JSON.parse(readFileSync(path.join(results, name), 'utf8')) as { status: unknown }).status,
  );
}

test('on a starved machine what ran out of time is tried once more alone, and nothing else is', async () => {
  const late = path.join(temporaryFolder(), 'late');
  await using burners = burning();
  const { child, out } = startUat(['starved', '--no-report'], { env: { LATE_FILE: late } });
  child.stderr.on('data', (said: Buffer) => {
    if (!said.includes('again    tests that ran out of time')) return;
    burners.end();
    writeFileSync(late, '');
  });
  const { exitCode, verdict } = ended(await child, out);
  const { attempts } = fold(readRecord(out));

  expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
  expect(verdict.counts).toMatchObject({ discovered: 3, flaky: 1, failed: 2 });
  expect([...attempts.values()].map((tries) => tries.map(({ status, alone }) => [status, alone]))).toEqual([
    [
      ['failed', undefined],
      ['passed', true],
    ],
    [
      ['failed', undefined],
      ['failed', true],
    ],
    [['failed', undefined]],
  ]);
  expect(verdict.trouble.join()).toMatch(
    /1 test ran out of time while this machine was starved \(.+\) and passed/,
  );
});

/** Processes of others that want more cores than there are, and let `uat` go before them. */
function burning() {
  const burners = Array.from({ length: availableParallelism() + 1 }, () =>
    execa('nice', ['-n', '19', process.execPath, '-e', 'for (;;) {}'], { reject: false }),
  );
  const end = () => burners.forEach((one) => one.kill('SIGKILL'));
  return {
    end,
    async [Symbol.asyncDispose]() {
      end();
      await Promise.all(burners);
    },
  };
}
