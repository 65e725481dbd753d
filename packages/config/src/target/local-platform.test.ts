import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { localPlatform } from './local-platform.ts';

// The note lies in the repository; a platform that somebody runs there must not be disturbed.
const root = mkdtempSync(path.join(tmpdir(), 'uat-local-'));
const uat = path.join(root, '.uat');
beforeEach(() => {
  rmSync(uat, { recursive: true, force: true });
  mkdirSync(uat);
});
afterAll(() => rmSync(root, { recursive: true }));

const note = (text: string) => writeFileSync(path.join(uat, 'platform.json'), text);
const running = {
  url: 'http://127.0.0.1:8080',
  accounts: [{ role: 'admin', username: 'ada', password: 'secret' }],
  pid: process.pid,
};

describe('the platform that runs in another shell', () => {
  test('is the one of its note', () => {
    note(JSON.stringify(running));

    expect(localPlatform(root)).toEqual(running);
  });

  test('names its certificate authority when it has one', () => {
    note(JSON.stringify({ ...running, ca: '/tmp/ca.pem', version: '1.2.0' }));

    expect(localPlatform(root)).toMatchObject({ ca: '/tmp/ca.pem', version: '1.2.0' });
  });

  test.each([
    { what: 'cut off', text: '{"url":' },
    { what: 'of something else', text: '{"url":"nowhere"}' },
    { what: 'of a process that is gone', text: JSON.stringify({ ...running, pid: 2 ** 22 + 1 }) },
  ])('is not there when its note is $what, and how to start one is said', ({ text }) => {
    note(text);

    expect(() => localPlatform(root)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringContaining('start one with `pnpm platform` in another shell'),
      }),
    );
  });

  test('is not there without a note', () => {
    expect(() => localPlatform(root)).toThrow(expect.objectContaining({ kind: 'configuration' }));
  });
});
