import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registeredSecrets, registerSecrets } from '@uat/config';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stagingFolder, removeDeadStagingFolders } from './staging-folder.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-staging-test-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(path.join(scratch, 'tmp-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(() => vi.unstubAllEnvs());

describe('a staging folder', () => {
  test('can be read by this user only, and is gone when it is disposed of', () => {
    const folder = stagingFolder();

    const [name = ''] = readdirSync(temporary);
    expect(statSync(path.join(temporary, name)).mode & 0o777).toBe(0o700);
    expect(existsSync(folder.evidence)).toBe(true);

    folder[Symbol.dispose]();
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('keeps the secrets of the run, and they go with it', () => {
    const folder = stagingFolder();
    registerSecrets(['not for everybody']);

    expect(registeredSecrets()).toEqual(['not for everybody']);
    expect(readdirSync(folder.evidence), 'evidence is published, secrets are not').toEqual([]);

    folder[Symbol.dispose]();
    expect(registeredSecrets()).toEqual([]);
  });
});

test('runs of one process keep their secrets together, until the last of them is over', () => {
  const [first, second] = [stagingFolder(), stagingFolder()];
  registerSecrets(['not for everybody']);

  first[Symbol.dispose]();
  expect(registeredSecrets()).toEqual(['not for everybody']);
  expect(existsSync(second.evidence)).toBe(true);

  second[Symbol.dispose]();
  expect(readdirSync(temporary)).toEqual([]);
});

describe('staging folders that were never disposed', () => {
  /** A folder by the name of ours, left by the process that its note names. */
  function left(name: string, note?: string): void {
    mkdirSync(path.join(temporary, name));
    if (note !== undefined) writeFileSync(path.join(temporary, name, 'pid'), note);
  }

  test('are removed when their process is gone, and only then', () => {
    // No process has a number as high as this.
    left('uat-staging-dead', String(2 ** 22 + 1));
    left('uat-staging-alive', String(process.ppid));
    left('uat-staging-being-made');
    left('somebody-elses', String(2 ** 22 + 1));

    expect(removeDeadStagingFolders()).toBe(1);

    expect(readdirSync(temporary).toSorted()).toEqual([
      'somebody-elses',
      'uat-staging-alive',
      'uat-staging-being-made',
    ]);
  });

  test('go when the next one is made', () => {
    left('uat-staging-dead', String(2 ** 22 + 1));

    using folder = stagingFolder();

    expect(readdirSync(temporary)).toEqual([path.basename(path.dirname(folder.secrets))]);
  });
});
