import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runFolderOf } from './run-folder-of.ts';

const root = mkdtempSync(path.join(tmpdir(), 'uat-named-'));
afterAll(() => rmSync(root, { recursive: true }));
const empty = mkdtempSync(path.join(root, 'empty-'));
const elsewhere = mkdtempSync(path.join(root, 'out-'));

const runs = path.join(root, '.uat', 'runs');
mkdirSync(path.join(runs, '20261122-1831-k3f9'), { recursive: true });
symlinkSync(path.join('runs', '20261122-1831-k3f9'), path.join(root, '.uat', 'last'));

describe('the folder of a run', () => {
  test.each([
    { what: 'the last one when nothing is said', which: undefined, folder: path.join(root, '.uat', 'last') },
    { what: 'found by its id', which: '20261122-1831-k3f9', folder: path.join(runs, '20261122-1831-k3f9') },
    { what: 'found as a folder', which: elsewhere, folder: elsewhere },
  ])('is $what', ({ which, folder }) => {
    expect(runFolderOf(root, which)).toBe(folder);
  });

  test.each([
    { what: 'there was none yet', where: empty, which: undefined, says: 'There is no run yet' },
    {
      what: 'the id is unknown',
      where: root,
      which: '20261122-1831-zzzz',
      says: '.uat/runs holds the newest ones',
    },
  ])('is a configuration error when $what', ({ where, which, says }) => {
    expect(() => runFolderOf(where, which)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
    );
  });
});
