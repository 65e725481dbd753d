import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PinnedPlan } from '@uat/plan';
import { readPlan } from '@uat/runner/plan';
import { sealed } from '@uat/runner/plan/testing';
import { temporaryFolder } from '@uat/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedPlatform } from './support/shared-platform.ts';
import { ended, startCommand, uat } from './support/spawn-uat.ts';

const platform = sharedPlatform();

const root = temporaryFolder(afterAll);
let files = 0;
/** A path of its own for a file or a folder that hooks make, too. */
const fresh = (name: string) => path.join(root, `${(files += 1)}-${name}`);

/** Plans areas, and gives the file. */
async function planned(areas: string[], shards: number, ...words: string[]): Promise<string> {
  const file = fresh('plan.json');
  const target = ['--target', platform().url];
  const args = ['plan', ...areas, ...target, '--shards', String(shards), '--json', file, ...words];
  const { exitCode, stderr } = await startCommand(args);
  expect(exitCode, stderr).toBe(0);
  return file;
}

const shard = (file: string, which: string, ...words: string[]) =>
  uat(['--plan', file, '--shard', which, '--no-report', ...words], { out: fresh('run') });

async function merged(...folders: string[]) {
  const out = fresh('merged');
  return ended(await startCommand(['merge', ...folders, '--out', out, '--no-report']), out);
}

/** Another plan that differs from the one in a file. */
function changed(file: string, change: (plan: PinnedPlan) => Partial<PinnedPlan>): string {
  const { hash: _hash, ...content } = readPlan(file);
  const other = fresh('plan.json');
  writeFileSync(other, JSON.stringify(sealed({ ...content, ...change({ hash: _hash, ...content }) })));
  return other;
}

describe('a run in shards', () => {
  let file: string;
  let parts: Awaited<ReturnType<typeof uat>>[];
  beforeAll(async () => {
    file = await planned(['kept', 'broken'], 2);
    parts = [await shard(file, '1/2'), await shard(file, '2/2')];
  }, 120_000);
  const folders = () => parts.map(({ out }) => out);

  test('is judged as one run, in which a test that several shards ran counts once', async () => {
    const { exitCode, verdict } = await merged(...folders());

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 4, passed: 3, failed: 1, notRun: 0, unknown: 0 });
    expect(verdict.trouble).toEqual([]);
    expect(parts.map(({ verdict: own }) => own.counts.discovered)).toEqual([3, 3]);
  });

  test('runs the same part when a shard runs again', async () => {
    const again = await shard(file, '2/2');
    const ids = (out: string) =>
      readFileSync(path.join(out, 'events.ndjson'), 'utf8')
        .match(/"event":"begun","id":"[^"]+"/g)
        ?.toSorted();

    expect(ids(again.out)).toEqual(ids(parts[1]?.out ?? ''));
  });

  test('of which a shard is missing is never green, and what it left open is unknown', async () => {
    const kept = parts.find(({ verdict }) => verdict.kind === 'pass')?.out ?? '';
    const { exitCode, verdict } = await merged(kept);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble[0]).toMatch(/^shard [12]\/2 is missing$/);
    expect(verdict.counts).toMatchObject({ discovered: 4, passed: 3, unknown: 1 });
  });

  test('of which a shard came twice does not choose between the two', async () => {
    const [one = '', two = ''] = folders();
    const { exitCode, verdict } = await merged(one, two, (await shard(file, '1/2')).out);

    expect(exitCode).not.toBe(0);
    expect(verdict.trouble).toContain('shard 1/2 is doubled: 2 records of it came');
    expect(verdict.counts.unknown).toBe(1);
  });

  test('in which a shard is of another plan does not count that shard', async () => {
    const other = await shard(await planned(['kept'], 2), '1/2');
    const { verdict } = await merged(...folders(), other.out);

    expect(verdict.trouble.join('\n')).toMatch(
      /shard 1\/2 is foreign: it is of plan \w+, .* the plans are mixed/,
    );
    expect(verdict.counts).toMatchObject({ discovered: 4, unknown: 0 });
  });
});

test('a shard that the plan left empty says so, and ends with 0', async () => {
  const file = await planned(['kept'], 3);
  const empty = readPlan(file).shards.findIndex(({ tests }) => tests.length === 0) + 1;
  const { exitCode, verdict } = await shard(file, `${empty}/3`);

  expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 0, kind: 'pass' });
  expect(verdict.trouble).toEqual([`the plan left shard ${empty}/3 empty: there was nothing to run`]);
});

test('a plan without a test ends with 4', async () => {
  const { exitCode } = await startCommand([
    'plan',
    'kept',
    '--target',
    platform().url,
    '--grep',
    'no such title',
  ]);

  expect(exitCode).toBe(4);
});

describe('a plan that does not hold', () => {
  let file: string;
  beforeAll(async () => {
    file = await planned(['kept'], 2);
  }, 60_000);

  test.each([
    { what: 'no shard', words: [], says: 'is a plan for 2 shards: name one with --shard 1/2' },
    { what: 'a shard beyond it', words: ['--shard', '3/2'], says: '--shard 3/2 is not a shard' },
    {
      what: 'a shard of another width',
      words: ['--shard', '1/4'],
      says: 'plan for 2 shards, and --shard 1/4',
    },
    { what: 'words for a shard', words: ['--shard', 'first'], says: '--shard first is not a shard' },
    {
      what: 'another area',
      words: ['--shard', '1/2', 'broken'],
      says: 'plan for kept, and broken was requested',
    },
    { what: 'another lane', words: ['--shard', '1/2', '--lane', 'cd'], says: 'with --lane local' },
    { what: 'another target', words: ['--shard', '1/2', '--target', 'embedded'], says: 'with --target http' },
  ])('because the run names $what is refused', async ({ words, says }) => {
    const { exitCode, verdict } = await uat(['--plan', file, '--no-report', ...words]);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain(says);
  });

  test.each([
    { what: 'is not there', text: undefined, says: 'cannot be read' },
    { what: 'is no plan', text: '{"tests": []}', says: 'is not a plan' },
    { what: 'is no JSON', text: 'shards: 2', says: 'is not a plan' },
  ])('because its file $what is refused', async ({ text, says }) => {
    const other = fresh('other.json');
    if (text !== undefined) writeFileSync(other, text);
    const { exitCode, verdict } = await shard(other, '1/2');

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain(says);
  });

  test('because somebody changed it is refused', async () => {
    const other = fresh('other.json');
    writeFileSync(other, readFileSync(file, 'utf8').replace('"lane": "local"', '"lane": "cd"'));
    const { exitCode, verdict } = await shard(other, '1/2');

    expect(exitCode).toBe(2);
    expect(verdict.trouble.join('\n')).toContain('was changed after it was written');
  });

  test('because it is of another commit is refused', async () => {
    const other = changed(file, ({ pins }) => ({ pins: { ...pins, suiteCommit: 'c0ffee5' } }));
    const { exitCode, verdict } = await shard(other, '1/2');

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain('The plan was made on commit c0ffee5');
  });

  test('because the target has another version now is infrastructure', async () => {
    const other = changed(file, ({ pins }) => ({
      pins: { ...pins, target: { ...pins.target, version: '1.1.0' } },
    }));
    const { exitCode, verdict } = await shard(other, '1/2');

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toMatch(
      /made for version 1\.1\.0 .* it has 1\.2\.0 now: it was redeployed/,
    );
  });

  test('because a test of it is gone is refused', async () => {
    const other = changed(file, ({ tests, shards }) => ({
      tests: tests.map((one) => ({ ...one, id: `${one.id}-before` })),
      shards: shards.map((one) => ({ ...one, tests: one.tests.map((id) => `${id}-before`) })),
    }));
    const { exitCode, verdict } = await shard(other, '1/2');

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toMatch(/The plan has a test \S+-before, and the suites have not/);
  });
});
