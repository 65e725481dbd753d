import { unwatchFile, watchFile } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { StartError } from '../../server/errors/start-error.ts';
import { startPlatform } from '../../server/start-platform.ts';
import { pollMilliseconds } from './policy-file.ts';
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

// Node has one poll per file in a process, so this resolves with the change that the platform sees.
const nextPoll = () =>
  new Promise<void>((done) => {
    const seen = () => {
      unwatchFile(file, seen);
      done();
    };
    watchFile(file, { interval: pollMilliseconds, persistent: false }, seen);
  });

describe('a policy written to the file', () => {
  test('is in force with the next poll, within a second, and on record', async () => {
    expect(await nodes()).toBe(403);
    const before = (await events('POLICY_RELOADED')).length;
    const polled = nextPoll();
    await writeFile(file, opened());
    await polled;

    await expect.poll(nodes, { timeout: 5_000 }).toBe(200);
    expect(pollMilliseconds).toBeLessThan(1_000);
    expect((await events('POLICY_RELOADED')).length).toBe(before + 1);
    expect((await tested.call('GET', '/auth/policy', { token: admin })).body.yaml).toBe(opened());
  });

  test('is seen also when an editor replaces the file', async () => {
    await writeFile(`${file}.swp`, opened());
    await rename(`${file}.swp`, file);

    await expect.poll(nodes, { timeout: 5_000 }).toBe(200);
  });

  test('that is not YAML changes nothing, and the log has the position', async () => {
    const before = (await events('POLICY_REJECTED')).length;
    await writeFile(file, `${original}  - { path: [ }\n`);
    await expect
      .poll(async () => (await events('POLICY_REJECTED')).length, { timeout: 5_000 })
      .toBe(before + 1);

    expect(await nodes()).toBe(403);
    expect((await tested.call('GET', '/models/', { token: viewer })).status).toBe(200);
    const line = original.split('\n').length;
    expect((await events('POLICY_REJECTED')).at(-1).message).toMatch(
      new RegExp(`not valid.*: .*${line}:\\d+ `),
    );
    expect(tested.complaints.at(-1)).toContain('is not valid and changes nothing');
  });

  test('that is removed changes nothing', async () => {
    const before = (await events('POLICY_RELOADED')).length + (await events('POLICY_REJECTED')).length;
    const polled = nextPoll();
    await rm(file);
    await polled;

    expect((await tested.call('GET', '/models/', { token: viewer })).status).toBe(200);
    // Changes are handled in turn, so the removal has been handled when another policy is in force.
    await put(original);
    const after = (await events('POLICY_RELOADED')).length + (await events('POLICY_REJECTED')).length;
    expect(after).toBe(before + 1);
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
    ['not YAML', () => 'version: ['],
    ['empty', () => ''],
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

test('a platform does not start on an invalid policy', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'uat-platform-policy-'));
  await writeFile(join(broken, 'policy.yaml'), 'version: 1\nroles: none\n');

  const start = startPlatform({ dataDir: broken });

  await expect(start).rejects.toThrow(StartError);
  await expect(start).rejects.toThrow(/policy\.yaml is not valid: .*2:8 roles: /);
  await rm(broken, { recursive: true });
});
