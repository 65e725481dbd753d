import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from './find-browser.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-browser-'));
afterAll(() => rmSync(scratch, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** A folder with programs of these names. */
function folderWith(...names: string[]): string {
  const folder = mkdtempSync(path.join(scratch, 'bin-'));
  for (const name of names) writeFileSync(path.join(folder, name), '#!/bin/sh\n', { mode: 0o755 });
  return folder;
}

/** Says where Playwright would have put its own browser. */
function playwrightsOwn(file: string): void {
  vi.spyOn(chromium, 'executablePath').mockReturnValue(file);
}

describe('UAT_BROWSER', () => {
  test('is a path and comes before every other browser', () => {
    const folder = folderWith('mine', 'chromium');
    playwrightsOwn(path.join(folder, 'chromium'));

    expect(findBrowser({ UAT_BROWSER: path.join(folder, 'mine'), PATH: folder })).toEqual({
      source: 'UAT_BROWSER',
      path: path.join(folder, 'mine'),
    });
  });

  test('is the name of a program on the PATH', () => {
    const folder = folderWith('brave');

    expect(findBrowser({ UAT_BROWSER: 'brave', PATH: `/nowhere:${folder}` })).toEqual({
      source: 'UAT_BROWSER',
      path: path.join(folder, 'brave'),
    });
  });

  test.each([
    { what: 'a path where nothing is', value: () => '/nowhere/chrome' },
    { what: 'a name that is not on the PATH', value: () => 'brave' },
    { what: 'a folder', value: () => folderWith() },
    {
      what: 'a file that cannot be run',
      value: () => {
        const file = path.join(folderWith('text'), 'text');
        chmodSync(file, 0o644);
        return file;
      },
    },
  ])('is a configuration error when it is $what', ({ value }) => {
    const named = value();

    expect(() => findBrowser({ UAT_BROWSER: named, PATH: folderWith('chromium') })).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: `UAT_BROWSER is ${named}, which is not an executable program; correct or unset it.`,
      }),
    );
  });
});

describe('without UAT_BROWSER', () => {
  test('Playwright’s own comes before one of the system', () => {
    const folder = folderWith('own', 'chromium');
    playwrightsOwn(path.join(folder, 'own'));

    expect(findBrowser({ UAT_BROWSER: '', PATH: folder })).toEqual({
      source: 'playwright',
      path: path.join(folder, 'own'),
    });
  });

  test('a Chrome of the system comes before a Chromium, wherever on the PATH they are', () => {
    playwrightsOwn('/nowhere/own');
    const [first, second] = [folderWith('chromium'), folderWith('google-chrome')];

    expect(findBrowser({ PATH: `${first}:${second}` })).toEqual({
      source: 'system',
      path: path.join(second, 'google-chrome'),
    });
  });

  test('there may be none', () => {
    playwrightsOwn('/nowhere/own');
    const folder = folderWith('firefox');
    mkdirSync(path.join(folder, 'chromium'));

    expect(findBrowser({ PATH: folder })).toBeUndefined();
    expect(findBrowser({})).toBeUndefined();
  });
});
