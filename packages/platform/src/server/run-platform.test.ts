import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const main = join(import.meta.dirname, '../main.ts');
let scratch: string;

// Each test starts the real program.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());

beforeAll(async () => void (scratch = await mkdtemp(join(tmpdir(), 'uat-platform-test-'))));
afterAll(() => rm(scratch, { recursive: true }));

const env = () => ({ ...process.env, TMPDIR: scratch });

function start(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { env: env(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stdout.on('data', (data) => (output.out += data));
  child.stderr.on('data', (data) => (output.err += data));
  const ready = new Promise<void>((done) =>
    child.stdout.on('data', () => output.out.includes('\n') && done()),
  );
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, ...output }));
  return { child, output, ready: Promise.race([ready, ended]), ended };
}

test('--json prints one line, and SIGTERM leaves nothing behind', async () => {
  const platform = start('--json', '--admin-password', 'correct horse');
  await platform.ready;
  const { url, version, accounts } = JSON.parse(platform.output.out.replace('UAT_PLATFORM=', ''));
  expect(version).toBe('1.2.0');
  expect(accounts[0]).toEqual({ role: 'admin', username: 'admin', password: 'correct horse' });
  const body = new URLSearchParams({ username: 'admin', password: 'correct horse' });
  expect((await fetch(`${url}/api/auth/token`, { method: 'POST', body })).status).toBe(200);
  platform.child.kill('SIGTERM');
  const { code, out } = await platform.ended;

  expect([code, out.split('\n').length]).toEqual([0, 2]);
  expect((await readdir(scratch)).filter((name) => name.startsWith('uat-platform'))).toEqual([]);
});

test('a named data folder keeps tokens over a restart', async () => {
  const data = join(scratch, 'data');
  const first = start('--data', data, '--port', '0', '--json');
  await first.ready;
  const { url } = JSON.parse(first.output.out.replace('UAT_PLATFORM=', ''));
  const credentials = new URLSearchParams({ username: 'tester', password: 'testpass' });
  const { access_token } = (await (
    await fetch(`${url}/api/auth/token`, { method: 'POST', body: credentials })
  ).json()) as {
    access_token: string;
  };
  first.child.kill('SIGINT');
  expect((await first.ended).code).toBe(0);

  // The issuer contains the port, so the same one is needed.
  const second = start('--data', data, '--port', new URL(url).port, '--json');
  await second.ready;
  const me = await fetch(`${url}/api/auth/users/me`, {
    headers: { authorization: `Bearer ${access_token}` },
  });

  expect(me.status).toBe(200);
  second.child.kill('SIGTERM');
  await second.ended;
  expect(existsSync(data)).toBe(true);
});

test.each([
  { flags: [], clock: 404 },
  { flags: ['--testing'], clock: 200 },
  { flags: ['--testing', '--no-testing'], clock: 404 },
])('the test-support API answers $clock after $flags', async ({ flags, clock }) => {
  const platform = start('--json', ...flags);
  await platform.ready;
  const { url } = JSON.parse(platform.output.out.replace('UAT_PLATFORM=', ''));

  const { status } = await fetch(`${url}/api/testing/clock`);

  expect(status).toBe(clock);
  platform.child.kill('SIGTERM');
  await platform.ended;
});

test('the test-support API behind a public address causes a warning', async () => {
  const platform = start('--testing', '--public-url', 'https://uat.example.com');
  await platform.ready;
  platform.child.kill('SIGTERM');

  expect((await platform.ended).out).toContain('anyone who reaches this address can act as any user');
});

test('stops when the parent is gone', async () => {
  const child = fork(main, ['--json'], { env: env(), stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const exit = once(child, 'exit');
  await once(child.stdout!, 'data');
  child.disconnect();

  expect(await exit).toEqual([0, null]);
});

test('a taken port, an unusable folder and a wrong address end with a sentence and 2', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const file = join(scratch, 'file');
  await writeFile(file, '');
  const { port } = taken.address() as AddressInfo;
  const ends = await Promise.all(
    [
      ['--port', String(port)],
      ['--data', file],
      ['--public-url', 'nonsense'],
      ['--port', 'x'],
      ['--first-password-file', join(scratch, 'missing')],
      ['--first-password-file', file],
      ['--nope'],
    ].map((args) => start(...args).ended),
  );
  taken.close();

  expect(ends.map(({ code, out }) => [code, out])).toEqual(ends.map(() => [2, '']));
  expect(ends.map(({ err }) => err.split('\n')[0])).toEqual([
    `Port ${port} is taken by another program. Name a free one with --port, or leave it out.`,
    expect.stringContaining(`The data folder ${file} cannot be used`),
    expect.stringContaining('--public-url must be an http or https address'),
    expect.stringContaining('It must be a number from 0 to 65535'),
    expect.stringContaining(`The file ${join(scratch, 'missing')} with the first password cannot be read`),
    `The file ${file} has to contain the first password, but is empty.`,
    expect.stringContaining('unknown option'),
  ]);
});

test('--help shows examples', async () => {
  const { code, out } = await start('--help').ended;

  expect(code).toBe(0);
  expect(out).toContain('pnpm platform --json');
});
