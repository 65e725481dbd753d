import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf, stampOf } from './manifest.ts';
import { verifiedBase } from './verified-base.ts';

let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'uat-base-'));
  root = path.join(folder, 'root');
  mkdirSync(path.join(root, 'etc'), { recursive: true });
  writeFileSync(path.join(root, 'etc', 'hostname'), 'uat-host\n');
  const manifest = {
    builtAt: '2026-01-01',
    content: contentOf(root),
    stamp: stampOf(root),
    xattrs: { '/etc': ['user.a=b'] },
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an intact root is used, and its content is listed', async () => {
  const base = await verifiedBase(folder);

  expect(base).toMatchObject({ root });
  expect(typeof base !== 'string' && base.at('/etc')).toMatchObject({
    type: 'directory',
    xattrs: ['user.a=b'],
  });
  expect(typeof base !== 'string' && base.at('/etc/passwd')).toBeUndefined();
});

test('a root in which one byte was changed is rejected', async () => {
  writeFileSync(path.join(root, 'etc', 'hostname'), 'uat-hosT\n');

  expect(await verifiedBase(folder)).toBe(`the one in ${folder} was changed`);
});

test('a root copied from another machine is used, since its content is the same', async () => {
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });

  const [first, again] = [await verifiedBase(copy), await verifiedBase(copy)];
  appendFileSync(path.join(copy, 'root', 'etc', 'hostname'), 'x');
  const changed = await verifiedBase(copy);

  rmSync(copy, { recursive: true });
  expect([first, again]).toEqual([
    expect.objectContaining({ root: path.join(copy, 'root') }),
    expect.anything(),
  ]);
  expect(changed).toBe(`the one in ${copy} was changed`);
});

test('a root that was never built is reported as missing', async () => {
  expect(await verifiedBase(path.join(folder, 'elsewhere'))).toBe('it has not been built yet');
});
