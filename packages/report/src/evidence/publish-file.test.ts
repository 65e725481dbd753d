import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { publishFile, Unpublishable } from './publish-file.ts';
import { redaction } from '@uat/core';

const folder = mkdtempSync(path.join(tmpdir(), 'uat-publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

const target = path.join(folder, 'target');
const publication = (source: string, to = target) =>
  publishFile(path.join(folder, source), to, redaction(['hunter2-SECRET']));

test('a file that is gone by now, or cannot be read, is refused, and nothing of it is there', async () => {
  mkdirSync(path.join(folder, 'folder'));

  await expect(publication('gone')).rejects.toEqual(new Unpublishable('it cannot be read (ENOENT)'));
  await expect(publication('folder')).rejects.toEqual(new Unpublishable('it cannot be read (EISDIR)'));
  expect(existsSync(target)).toBe(false);
});

test('bytes that hold a secret behind much else leave nothing', async () => {
  const bytes = Buffer.concat([Buffer.alloc(3_000_000, 0xff), Buffer.from('hunter2-SECRET')]);
  writeFileSync(path.join(folder, 'bytes'), bytes);

  await expect(publication('bytes')).rejects.toThrow('it contains a secret');
  expect(existsSync(target)).toBe(false);
});

test('a target that cannot be written is for the caller to judge', async () => {
  writeFileSync(path.join(folder, 'a'), 'a');

  await expect(publication('a', path.join(folder, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(readFileSync(path.join(folder, 'a'), 'utf8')).toBe('a');
});
