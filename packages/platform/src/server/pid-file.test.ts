import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { writePidFile } from './pid-file.ts';

let root: string;
let file: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'uat-platform-note-'));
  file = join(root, '.uat', 'platform.json');
});
afterAll(() => rm(root, { recursive: true }));

const platformAt = (url: string) => ({
  url,
  version: '1.2.0',
  ca: undefined,
  accounts: [{ role: 'admin', username: 'admin', password: 'p' } as const],
});

test('outside of a repository there is no note', async () => {
  const forget = await writePidFile(platformAt('http://127.0.0.1:1'), root);

  expect(existsSync(join(root, '.uat'))).toBe(false);
  await forget();
});

test('a note says where, who and which process, to its owner only, until it is taken away', async () => {
  await writeFile(join(root, 'uat.config.ts'), '');
  const forget = await writePidFile({ ...platformAt('https://127.0.0.1:1'), ca: '/ca.pem' }, root);

  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    ...platformAt('https://127.0.0.1:1'),
    ca: '/ca.pem',
    pid: process.pid,
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  await forget();
  expect(existsSync(file)).toBe(false);
});

test('the platform that was started last stays noted when an earlier one stops', async () => {
  const forgetFirst = await writePidFile(platformAt('http://127.0.0.1:1'), root);
  const forgetSecond = await writePidFile(platformAt('http://127.0.0.1:2'), root);
  await forgetFirst();

  expect(JSON.parse(await readFile(file, 'utf8')).url).toBe('http://127.0.0.1:2');
  await forgetSecond();
});
