import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
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
/** A process that is over by the time its id is here. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;
const runsOf = (root: string) => readdirSync(path.join(root, '.uat', 'runs')).toSorted();
const minute = (n: number) => `20261122-18${String(n).padStart(2, '0')}-k3f9`;

/** A run that is over. */
function judgedRun(root: string, id: string): string {
  const folder = makeRunFolder(root, id);
  writeFileSync(path.join(folder, 'verdict.json'), '{}');
  return folder;
}

/** A path that no user can write to, not even root: it lies below a regular file. */
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
    for (let n = 1; n <= 24; n += 1) judgedRun(root, minute(n));

    expect(runsOf(root)).toEqual(Array.from({ length: 20 }, (_, n) => minute(n + 5)));
  });

  test('is never removed as it is made, whatever its name and the clock', () => {
    const root = newRoot();
    for (let n = 1; n <= 20; n += 1) judgedRun(root, minute(n));

    const folder = makeRunFolder(root, minute(0));

    expect(existsSync(folder)).toBe(true);
    expect(runsOf(root)).toHaveLength(20);
  });

  test('stays while its run goes on, also when 20 newer ones came', () => {
    const root = newRoot();
    makeRunFolder(root, minute(1));

    for (let n = 2; n <= 23; n += 1) judgedRun(root, minute(n));

    expect(runsOf(root)).toEqual([minute(1), ...Array.from({ length: 20 }, (_, n) => minute(n + 4))]);
  });

  test('of a run that was killed goes like any other', () => {
    const root = newRoot();
    writeFileSync(path.join(makeRunFolder(root, minute(1)), '.uat-run'), `${deadPid()}\n`);

    for (let n = 2; n <= 21; n += 1) judgedRun(root, minute(n));

    expect(runsOf(root)).toEqual(Array.from({ length: 20 }, (_, n) => minute(n + 2)));
  });

  test('is the only thing that is ever removed: what has another name is somebody’s', () => {
    const root = newRoot();
    const notes = path.join(root, '.uat', 'runs', '0-notes');
    mkdirSync(notes, { recursive: true });

    for (let n = 1; n <= 24; n += 1) judgedRun(root, minute(n));

    expect(existsSync(notes)).toBe(true);
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

  test('empties the folder of a run that was killed', () => {
    const out = newRoot();
    writeFileSync(path.join(makeRunFolder(newRoot(), minute(1), out), '.uat-run'), `${deadPid()}\n`);
    writeFileSync(path.join(out, 'events.ndjson'), '');

    makeRunFolder(newRoot(), minute(2), out);

    expect(readdirSync(out)).toEqual(['.uat-run']);
  });

  test('refuses a folder in which another run goes on, and touches nothing in it', () => {
    const out = newRoot();
    makeRunFolder(newRoot(), minute(1), out);
    writeFileSync(path.join(out, '.uat-run'), `${process.ppid}\n`);
    writeFileSync(path.join(out, 'events.ndjson'), 'theirs\n');

    expect(() => makeRunFolder(newRoot(), minute(2), out)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: `--out ${out} is in use by another run (process ${process.ppid}); name another folder.`,
      }),
    );
    expect(readFileSync(path.join(out, 'events.ndjson'), 'utf8')).toBe('theirs\n');
    expect(readdirSync(out)).toHaveLength(2);
  });

  test.each(['last', path.join('runs', minute(1)), 'runs', ''])(
    'refuses .uat/%s, which is ours already',
    (inside) => {
      const root = newRoot();
      const run = judgedRun(root, minute(1));

      expect(() => makeRunFolder(root, minute(2), path.join(root, '.uat', inside))).toThrow(
        expect.objectContaining({
          kind: 'configuration',
          message: expect.stringContaining('is inside .uat, which uat manages; name a folder elsewhere.'),
        }),
      );
      expect(readdirSync(run).toSorted()).toEqual(['.uat-run', 'verdict.json']);
    },
  );

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
