import { describe, expect, test } from 'vitest';
import { grants } from './grants.ts';
import {
  embeddedTarget,
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
  products: [],
  runId: '20261122-1831-k3f9',
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

  test('is the one that uat left in the environment', () => {
    expect(sessionFrom({ UAT_SESSION: JSON.stringify(attached) })).toEqual(attached);
  });

  test('is the embedded platform that Playwright started itself', () => {
    expect(sessionFrom({ UAT_PLATFORM: JSON.stringify(ready), UAT_RUN_ID: 'plain' })).toEqual({
      runId: 'plain',
      target: embeddedTarget(ready),
      products: [],
    });
  });

  test('keeps what the target offers and its budgets', () => {
    const known: Session = {
      ...attached,
      target: { ...attached.target, offers: ['users', 'log'], budgets: { request: 60 } },
    };

    expect(sessionFrom({ UAT_SESSION: JSON.stringify(known) })).toEqual(known);
  });

  test('with an offer that nobody knows is refused', () => {
    const odd = { ...attached, target: { ...attached.target, offers: ['teleportation'] } };

    expect(() => sessionFrom({ UAT_SESSION: JSON.stringify(odd) })).toThrow('offers');
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
