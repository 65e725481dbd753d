import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeRunFolder, runId } from './run-folder.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-runs-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const newRoot = () => mkdtempSync(path.join(scratch, 'root-'));
const runsOf = (root: string) => readdirSync(path.join(root, '.uat', 'runs')).toSorted();
const minute = (n: number) => `20261122-18${String(n).padStart(2, '0')}-k3f9`;

/** A path that nobody can write to, root neither: it lies below a regular file. */
function impossible(): string {
  const file = path.join(newRoot(), 'file');
  writeFileSync(file, '');
  return path.join(file, 'below');
}

describe('the name of a run', () => {
  test('is its moment in UTC and four characters', () => {
    expect(runId(new Date('2026-11-22T18:31:07.120Z'), () => 0.5)).toBe('20261122-1831-iiii');
    expect(runId(new Date('2026-01-02T03:04:59.999+02:00'))).toMatch(/^20260102-0104-[0-9a-z]{4}$/);
  });

  test.each([0, 0.999_999_999])('is whole for the random number %d', (random) => {
    expect(runId(new Date(), () => random)).toMatch(/-[0-9a-z]{4}$/);
  });
});

describe('the folder of a run', () => {
  test('lies under .uat/runs, and .uat/last points to it from the start', () => {
    const root = newRoot();

    const folder = makeRunFolder(root, minute(1));

    expect(folder).toBe(path.join(root, '.uat', 'runs', minute(1)));
    expect(readlinkSync(path.join(root, '.uat', 'last'))).toBe(path.join('runs', minute(1)));
  });

  test('takes over .uat/last from the run before, which stays', () => {
    const root = newRoot();
    makeRunFolder(root, minute(1));

    makeRunFolder(root, minute(2));

    expect(readlinkSync(path.join(root, '.uat', 'last'))).toBe(path.join('runs', minute(2)));
    expect(runsOf(root)).toEqual([minute(1), minute(2)]);
    expect(readdirSync(path.join(root, '.uat')).toSorted()).toEqual(['last', 'runs']);
  });

  test('is one of the 20 newest that are kept', () => {
    const root = newRoot();
    for (let n = 1; n <= 24; n += 1)
      writeFileSync(path.join(makeRunFolder(root, minute(n)), 'verdict.json'), '{}');

    expect(runsOf(root)).toEqual(Array.from({ length: 20 }, (_, n) => minute(n + 5)));
  });

  test('is never removed as it is made, whatever its name and the clock', () => {
    const root = newRoot();
    for (let n = 1; n <= 20; n += 1) makeRunFolder(root, minute(n));

    const folder = makeRunFolder(root, minute(0));

    expect(existsSync(folder)).toBe(true);
    expect(runsOf(root)).toHaveLength(20);
  });

  test('that cannot be written is infrastructure', () => {
    expect(() => makeRunFolder(impossible(), minute(1))).toThrow(
      expect.objectContaining({
        kind: 'infrastructure',
        message: expect.stringMatching(
          /^Results cannot be written to .*\.uat \(ENOTDIR\)\. Make room or name/,
        ),
      }),
    );
  });
});

describe('--out', () => {
  test('makes a new folder, and points .uat/last to it', () => {
    const root = newRoot();
    const out = path.join(root, 'a', 'b');

    expect(makeRunFolder(root, minute(1), out)).toBe(out);
    expect(existsSync(out)).toBe(true);
    expect(readlinkSync(path.join(root, '.uat', 'last'))).toBe(out);
  });

  test('takes an empty folder', () => {
    const out = newRoot();

    expect(makeRunFolder(newRoot(), minute(1), out)).toBe(out);
  });

  test('empties a folder that a run of ours has filled', () => {
    const out = newRoot();
    makeRunFolder(newRoot(), minute(1), out);
    writeFileSync(path.join(out, 'verdict.json'), '{}');
    mkdirSync(path.join(out, 'allure-results'));
    writeFileSync(path.join(out, 'allure-results', 'result.json'), '{}');

    makeRunFolder(newRoot(), minute(2), out);

    expect(readdirSync(out)).toEqual(['.uat-run']);
  });

  test('refuses a folder that is somebody’s, and touches nothing in it', () => {
    const out = newRoot();
    writeFileSync(path.join(out, 'thesis.txt'), 'years of work');

    expect(() => makeRunFolder(newRoot(), minute(1), out)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringContaining(`--out ${out} is not empty`),
      }),
    );
    expect(readdirSync(out)).toEqual(['thesis.txt']);
  });

  test('that cannot be written is infrastructure', () => {
    const out = impossible();

    expect(() => makeRunFolder(newRoot(), minute(1), out)).toThrow(
      expect.objectContaining({
        kind: 'infrastructure',
        message: expect.stringContaining(`${out} (ENOTDIR)`),
      }),
    );
  });
});
