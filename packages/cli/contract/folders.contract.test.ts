import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { taggedName } from '@uat/data';
import type { HistoryRun } from '@uat/history';
import { readRecord, type Verdict, verdictSchema } from '@uat/record';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configElsewhere } from './support/config-elsewhere.ts';
import { firstAttempt } from './support/first-attempt.ts';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { ended, harnessConfig, startCommand, startUat, uat } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';
import { adminOf, usersOn } from './support/users-on.ts';

const platform = sharedPlatform();
const here = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

/** The verdict of the run that `.uat/last` points to. */
function lastVerdict(config: string): Verdict {
  const last = path.join(path.dirname(config), '.uat', 'last', 'verdict.json');
  return verdictSchema.parse(JSON.parse(readFileSync(last, 'utf8')));
}

describe('--out', () => {
  test('in use by another run is refused, and that run goes on unharmed', async () => {
    const config = configElsewhere(harnessConfig);
    const { child, out } = startUat(here('endless'), { config });
    await firstAttempt(out);

    const second = await startCommand([...here('kept'), '--out', out], { config });
    const between = lastVerdict(config);
    child.kill('SIGTERM');
    const first = ended(await child, out);

    expect(second.exitCode).toBe(2);
    expect(between).toMatchObject({ kind: 'configuration', exitCode: 2, counts: { discovered: 0 } });
    expect(between.trouble.join('\n')).toContain(`in use by another run (process ${child.pid})`);
    expect({ exitCode: first.exitCode, kind: first.verdict.kind }).toEqual({
      exitCode: 143,
      kind: 'interrupted',
    });
    expect(first.verdict.counts).toMatchObject({ discovered: 2, passed: 1, notRun: 1 });
  });

  test('that is somebody’s is refused and left alone, and the verdict lies under .uat', async () => {
    const config = configElsewhere(harnessConfig);
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'thesis.txt'), 'years of work');

    const { exitCode } = await startCommand([...here('kept'), '--out', folder], { config });

    expect(exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
    expect(lastVerdict(config)).toMatchObject({ kind: 'configuration', exitCode: 2 });
    expect(lastVerdict(config).trouble.join('\n')).toContain('is not empty and is not the folder of a run');
  });
});

describe('after a green run and a red one', () => {
  const config = configElsewhere(harnessConfig, temporaryFolder(afterAll));
  beforeAll(async () => {
    // The config that is named from the folder one is in, not the one of the environment.
    await startCommand(
      here('kept', '--grep', 'an anonymous visitor has no account', '--config', 'uat.config.ts'),
      {
        config: 'nowhere.ts',
        cwd: path.dirname(config),
      },
    );
    await startCommand(here('broken'), { config });
  });

  async function listed(): Promise<HistoryRun[]> {
    const { exitCode, stdout } = await startCommand(['history', '--json', '-'], { config });
    const { schemaVersion, runs } = JSON.parse(stdout) as { schemaVersion: number; runs: HistoryRun[] };
    expect({ exitCode, schemaVersion }).toEqual({ exitCode: 0, schemaVersion: 2 });
    return runs;
  }

  test('uat history lists both, the newest first, as data', async () => {
    const runs = await listed();

    expect(runs.map(({ kind, areas }) => ({ kind, areas }))).toEqual([
      { kind: 'regression', areas: ['broken'] },
      { kind: 'pass', areas: ['kept'] },
    ]);
    const last = readlinkSync(path.join(path.dirname(config), '.uat', 'last'));
    expect(last).toBe(path.join('runs', String(runs[0]?.runId)));
  });

  test('uat history with words of a title shows the results of that test', async () => {
    const { exitCode, stdout } = await startCommand(['history', 'reads the models', '--json', '-'], {
      config,
    });

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 2,
      id: 'broken/broken#a-visitor-reads-the-models',
      results: [{ outcome: 'failed', target: new URL(platform().url).host }],
    });
  });

  test('uat history imports a run of another tool, whole or not at all', async () => {
    const folder = temporaryFolder();
    const [good, bad] = [path.join(folder, 'good.xml'), path.join(folder, 'bad.xml')];
    writeFileSync(good, '<testsuite timestamp="2026-11-20T10:00:00"><testcase name="it works"/></testsuite>');
    writeFileSync(bad, '<testsuite>\n');
    const imported = (...files: string[]) => startCommand(['history', 'import', ...files], { config });

    const refused = await imported(good, bad);
    const none = await listed();
    const accepted = await imported(good);
    const runs = await listed();
    const pruned = await startCommand(['history', 'prune', '--older-than', '100w'], { config });

    expect({ exitCode: refused.exitCode, stderr: refused.stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringMatching(/^uat: .*bad\.xml, line 2: not well-formed XML: /),
    });
    expect(none.map(({ source }) => source)).toEqual(['uat', 'uat']);
    expect(accepted.exitCode).toBe(0);
    expect(runs.map(({ source }) => source)).toEqual(['uat', 'uat', 'junit']);
    expect(pruned.stdout).toMatch(/^ {2}Removed 0 runs from before /);
  });

  test('uat trace says what it would open when there is nothing to open', async () => {
    const green =
      (await listed()).find(({ kind, source }) => kind === 'pass' && source === 'uat')?.runId ?? '';

    const answers = await Promise.all([
      startCommand(['trace', '--run', green], { config }),
      startCommand(['trace', 'a title of another test'], { config }),
    ]);

    expect(answers.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual([
      { exitCode: 2, stderr: 'uat: No test failed in that run, so there is no trace.' },
      {
        exitCode: 2,
        stderr:
          "uat: No failed test has 'a title of another test' in its title or id. Failed: a visitor reads the models.",
      },
    ]);
  });

  test('uat trace says in a sentence what is missing where no window can be opened', async () => {
    const env = { PLAYWRIGHT_BROWSERS_PATH: '/nowhere' };

    const { exitCode, stdout, stderr } = await startCommand(['trace'], { config, env });

    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/trace\.zip$/);
    expect(stderr).toMatch(/^uat: The trace viewer [^\n\u2500-\u257f]+trace\.zip[^\n]*$/);
  });

  test('--last-failed runs just what failed, also when its title was another one then', async () => {
    const id = 'broken/broken#a-visitor-reads-the-models';
    const former = 'broken/broken#a-visitor-sees-the-models';
    const record = path.join(path.dirname(config), '.uat', 'last', 'events.ndjson');
    writeFileSync(record, readFileSync(record, 'utf8').replaceAll(id, former));

    const again = await uat(here('--last-failed'), { config });

    expect(again.verdict).toMatchObject({ kind: 'regression', areas: ['broken'] });
    expect(again.verdict.counts).toMatchObject({ discovered: 1, failed: 1 });
    expect(again.verdict.failures.map((one) => one.id)).toEqual([id]);
    const plan = readRecord(again.out).events.find((one) => one.event === 'planned');
    expect(plan?.tests.find((one) => one.id === id)?.aliases).toEqual([former]);
  });
});

describe('before any run', () => {
  const config = configElsewhere(harnessConfig, temporaryFolder(afterAll));

  test('uat history and uat trace say what to do', async () => {
    const [runs, trace] = await Promise.all([
      startCommand(['history'], { config }),
      startCommand(['trace'], { config }),
    ]);

    const said = 'There is no run yet; start one with pnpm uat.';
    expect({ exitCode: runs.exitCode, stdout: runs.stdout }).toEqual({ exitCode: 0, stdout: `  ${said}` });
    expect({ exitCode: trace.exitCode, stderr: trace.stderr }).toEqual({
      exitCode: 2,
      stderr: `uat: ${said}`,
    });
  });

  test('--last-failed checks nothing, which is not green', async () => {
    const { exitCode, verdict } = await uat(here('--last-failed'), { config });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 4, kind: 'empty' });
  });
});

describe('uat sweep', () => {
  test('removes what killed runs left here and on the target, and nothing else', async () => {
    const TMPDIR = temporaryFolder();
    const dead = path.join(TMPDIR, 'uat-staging-dead');
    const alive = path.join(TMPDIR, 'uat-staging-alive');
    for (const [folder, pid] of [
      [dead, 2 ** 22 + 1],
      [alive, process.pid],
    ] as const) {
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'pid'), String(pid));
    }
    const admin = adminOf(platform().url);
    const now = new Date().toISOString().replaceAll(/\D/g, '');
    const fresh = taggedName(`${now.slice(0, 8)}-${now.slice(8, 12)}-k3f9`);
    for (const username of [taggedName('20200101-0000-k3f9'), fresh, 'uat-lab']) {
      const email = `${username}@example.com`;
      await admin.users.create({ username, email, password: 'Long-enough-4-all', roles: ['viewer'] });
    }

    const { exitCode, stdout } = await startCommand(['sweep', '--target', platform().url], {
      env: { ...asAdmin, TMPDIR },
    });

    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^ {2}removed 1 staging folder of killed runs\n {2}removed \d+ hosts? of killed runs\n {2}removed the user uat-20200101-0000-k3f9-\w+$/,
      ),
    });
    expect(readdirSync(TMPDIR)).toContain('uat-staging-alive');
    expect((await usersOn(platform().url)).toSorted()).toEqual([fresh, 'uat-lab'].toSorted());
  });
});
