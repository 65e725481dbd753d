import { describe, expect, test } from 'vitest';
import { grants } from './grants.ts';
import {
  embeddedSession,
  platformReadyLine,
  type PlatformReady,
  type Session,
  sessionFrom,
} from './session.ts';
import { UatError } from './uat-error.ts';

const ready: PlatformReady = {
  url: 'http://127.0.0.1:41233',
  version: '1.2.0',
  accounts: [{ role: 'viewer', username: 'vera', password: 'secret' }],
};

const attached: Session = {
  target: {
    kind: 'attached',
    name: 'staging',
    url: 'https://staging.test',
    grants: ['tokens'],
    roles: { admin: { token: 't' } },
    verifyTls: false,
  },
};

describe('a session', () => {
  test('of the embedded platform grants everything and knows its accounts', () => {
    expect(embeddedSession(ready).target).toEqual({
      kind: 'embedded',
      name: 'embedded',
      url: ready.url,
      grants: [...grants],
      roles: { viewer: { username: 'vera', password: 'secret' } },
      verifyTls: true,
    });
  });

  test('is the one that uat left in the environment', () => {
    expect(sessionFrom({ UAT_SESSION: JSON.stringify(attached) })).toEqual(attached);
  });

  test('is the embedded platform that Playwright started itself', () => {
    expect(sessionFrom({ UAT_PLATFORM: JSON.stringify(ready) })).toEqual(embeddedSession(ready));
  });

  test('of uat comes before the one of Playwright', () => {
    const env = { UAT_SESSION: JSON.stringify(attached), UAT_PLATFORM: JSON.stringify(ready) };

    expect(sessionFrom(env)).toEqual(attached);
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
