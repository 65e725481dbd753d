import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { StartError } from '../../server/errors/start-error.ts';
import { startPlatform } from '../../server/start-platform.ts';
import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let dataDir: string;
let file: string;
let original: string;
let tested: TestedPlatform;
let admin: string;
let viewer: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'uat-platform-policy-'));
  file = join(dataDir, 'policy.yaml');
  tested = await testedPlatform({ dataDir });
  original = await readFile(file, 'utf8');
  [admin, viewer] = await Promise.all([tested.token('admin'), tested.token('testuser')]);
});
afterAll(async () => {
  await tested[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});
beforeEach(() => put(original));

const put = (yaml: string) => tested.call('PUT', '/auth/policy', { token: admin, ...json({ yaml }) });
const nodes = async () => (await tested.call('GET', '/cluster/nodes', { token: viewer })).status;
const opened = () =>
  original.replace(
    "/api/cluster/**, methods: ['*'], roles: [admin]",
    "/api/cluster/**, methods: ['*'], roles: [viewer]",
  );
const events = async (event: string) =>
  (await tested.call('GET', '/logger/platform?limit=5000', { token: admin })).body.entries.filter(
    (entry: { event: string }) => entry.event === event,
  );

async function until(condition: () => Promise<boolean>): Promise<number> {
  const started = Date.now();
  while (!(await condition())) {
    if (Date.now() - started > 5_000) throw new Error('never');
    await sleep(20);
  }
  return Date.now() - started;
}

describe('a policy written to the file', () => {
  test('is in force within a second and on record', async () => {
    expect(await nodes()).toBe(403);
    const before = (await events('POLICY_RELOADED')).length;
    await writeFile(file, opened());

    expect(await until(async () => (await nodes()) === 200)).toBeLessThan(1_000);
    expect((await events('POLICY_RELOADED')).length).toBe(before + 1);
    expect((await tested.call('GET', '/auth/policy', { token: admin })).body.yaml).toBe(opened());
  });

  test('is seen also when an editor replaces the file', async () => {
    await writeFile(`${file}.swp`, opened());
    await rename(`${file}.swp`, file);

    expect(await until(async () => (await nodes()) === 200)).toBeLessThan(1_000);
  });

  test('that is no YAML changes nothing, and the log names the place', async () => {
    const before = (await events('POLICY_REJECTED')).length;
    await writeFile(file, `${original}  - { path: [ }\n`);
    await until(async () => (await events('POLICY_REJECTED')).length > before);

    expect(await nodes()).toBe(403);
    expect((await tested.call('GET', '/models/', { token: viewer })).status).toBe(200);
    const line = original.split('\n').length;
    expect((await events('POLICY_REJECTED')).at(-1).message).toMatch(
      new RegExp(`not valid.*: .*${line}:\\d+ `),
    );
    expect(tested.complaints.at(-1)).toContain('is not valid and changes nothing');
  });

  test('that is taken away changes nothing', async () => {
    await rm(file);
    await sleep(400);

    expect((await tested.call('GET', '/models/', { token: viewer })).status).toBe(200);
  });
});

describe('a policy over HTTP', () => {
  test('is in force with the answer, and in the file', async () => {
    const { body } = await put(opened());

    expect(await nodes()).toBe(200);
    expect(body.yaml).toBe(opened());
    expect(await readFile(file, 'utf8')).toBe(opened());
  });

  test('may be JSON', async () => {
    const { policy } = (await tested.call('GET', '/auth/policy', { token: admin })).body;

    expect((await put(JSON.stringify(policy))).body.policy).toEqual(policy);
  });

  test.each<[string, (yaml: string) => string]>([
    ['no YAML', () => 'version: ['],
    ['nothing', () => ''],
    ['about an unknown role', (yaml) => yaml.replaceAll('roles: [admin] }', 'roles: [root] }')],
    ['undecided', (yaml) => yaml.replace('default_deny: true', 'default_deny: maybe')],
    [
      'a policy that no administrator could change again',
      (yaml) => yaml.replace("/api/**, methods: ['*']", '/api/**, methods: [GET]'),
    ],
  ])('that is %s is refused and changes nothing', async (_what, change) => {
    const { status, body } = await put(change(original));

    expect(status).toBe(422);
    expect(body.detail[0].loc.slice(0, 2)).toEqual(['body', 'yaml']);
    expect((await tested.call('GET', '/auth/policy', { token: admin })).body.yaml).toBe(original);
    expect(await readFile(file, 'utf8')).toBe(original);
  });
});

test('a platform does not start on a policy that is none', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'uat-platform-policy-'));
  await writeFile(join(broken, 'policy.yaml'), 'version: 1\nroles: none\n');

  const start = startPlatform({ dataDir: broken });

  await expect(start).rejects.toThrow(StartError);
  await expect(start).rejects.toThrow(/policy\.yaml is not valid: .*2:8 roles: /);
  await rm(broken, { recursive: true });
});
