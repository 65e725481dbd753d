import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { grants } from '../target/grants.ts';
import {
  embeddedTarget,
  pendingEmbeddedTarget,
  platformReadyLine,
  type PlatformReady,
  type Session,
  sessionFrom,
  writeSession,
} from './session.ts';
import { UatError } from '@uat/core';

const ready: PlatformReady = {
  url: 'http://127.0.0.1:41233',
  version: '1.2.0',
  accounts: [{ role: 'viewer', username: 'vera', password: 'secret' }],
};

const attached: Session = {
  ...{ runId: '20261122-1831-k3f9', lane: 'cd', config: '/uat.config.ts', headed: false },
  ...{ products: [], startsPlatform: false },
  target: {
    kind: 'attached',
    name: 'staging',
    url: 'https://staging.test',
    grants: ['tokens'],
    roles: { admin: { token: 't' } },
    verifyTls: false,
    budgets: {},
  },
};

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-session-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const file = path.join(scratch, 'session.json');

describe('a session', () => {
  test('of the embedded platform grants everything and knows its accounts', () => {
    expect(embeddedTarget(ready)).toEqual({
      kind: 'embedded',
      name: 'embedded',
      url: ready.url,
      grants: [...grants],
      roles: { viewer: { username: 'vera', password: 'secret' } },
      verifyTls: true,
      budgets: {},
    });
  });

  test('is the one that was left in a file, which only this user can read', () => {
    writeSession(file, attached);

    expect(sessionFrom({ UAT_SESSION: file })).toEqual(attached);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is read again after it was written again', () => {
    writeSession(file, attached);
    expect(sessionFrom({ UAT_SESSION: file }).lane).toBe('cd');

    writeSession(file, { ...attached, lane: 'nightly' });

    expect(sessionFrom({ UAT_SESSION: file }).lane).toBe('nightly');
  });

  test('knows the embedded platform that Playwright started itself as soon as it is there', () => {
    writeSession(file, { ...attached, target: pendingEmbeddedTarget, startsPlatform: true });

    expect(sessionFrom({ UAT_SESSION: file }).target.url).toBe('http://not-started-yet.invalid');
    expect(sessionFrom({ UAT_SESSION: file, UAT_PLATFORM: JSON.stringify(ready) }).target).toEqual(
      embeddedTarget(ready),
    );
  });

  test('keeps what the target offers and its budgets', () => {
    const known: Session = {
      ...attached,
      target: { ...attached.target, capabilities: ['users', 'log'], budgets: { request: 60 } },
    };
    writeSession(file, known);

    expect(sessionFrom({ UAT_SESSION: file })).toEqual(known);
  });

  test.each([
    {
      what: 'a capability that is not known',
      text: { target: { ...attached.target, capabilities: ['flying'] } },
    },
    { what: 'a field that is not known', text: { secrets: [] } },
    { what: 'too little', text: { target: undefined } },
  ])('with $what is refused', ({ text }) => {
    writeFileSync(file, JSON.stringify({ ...attached, ...text }));

    expect(() => sessionFrom({ UAT_SESSION: file })).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(file) }),
    );
  });

  test('of a run leaves the platform of another Playwright alone', () => {
    writeSession(file, attached);

    expect(sessionFrom({ UAT_SESSION: file, UAT_PLATFORM: JSON.stringify(ready) })).toEqual(attached);
  });

  test('that is missing is a configuration error that says how to run the specs', () => {
    expect(() => sessionFrom({})).toThrow(UatError);
    expect(() => sessionFrom({})).toThrow('run the specs with `pnpm uat`');
  });
});

describe('the line by which the platform says that it is ready', () => {
  test('is found among other lines', () => {
    const output = `building the console\nUAT_PLATFORM=${JSON.stringify(ready)}\nlistening\n`;

    expect(JSON.parse(platformReadyLine.exec(output)?.groups?.['UAT_PLATFORM'] ?? '')).toEqual(ready);
  });

  test.each(['UAT_PLATFORM=', 'the UAT_PLATFORM={"url":""}', 'UAT_PLATFORM={"url":'])(
    'is not %j',
    (output) => {
      expect(platformReadyLine.test(output)).toBe(false);
    },
  );
});
