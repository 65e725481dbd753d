import { expect, test } from 'vitest';
import { endSessions, latest } from './end-sessions.ts';
import {
  type ObtainedSession,
  recordedSessions,
  recordSession,
  sessionIn,
  sessionInCookies,
} from './obtained-session.ts';
import { stubApi } from './testing/stub-api.ts';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A token of a session, as a target signs it. */
const token = (sid: string, number = 1) =>
  ['{"alg":"none"}', JSON.stringify({ sid, number }), 'x']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
const begun = (sid: string): ObtainedSession => ({ event: 'begun', access: token(sid), refresh: `${sid}-1` });
const renewed = (sid: string): ObtainedSession => ({
  event: 'renewed',
  access: token(sid, 2),
  refresh: `${sid}-2`,
});

const signedOut = { body: { session_termination_requested: true } };
const nothingEnded = { body: { session_termination_requested: false } };

test('only the newest tokens of each session count, and none renewed from a session of others', () => {
  const all = [
    begun('a'),
    begun('b'),
    renewed('a'),
    renewed('theirs'),
    { event: 'begun' as const, access: 'opaque' },
  ];

  expect(latest(all)).toEqual([renewed('a'), begun('b'), { event: 'begun', access: 'opaque' }]);
});

test('each session is signed out once', async () => {
  await using api = await stubApi({ 'POST /auth/logout': signedOut });

  const left = await endSessions([begun('a'), renewed('a'), begun('b')], {
    baseUrl: api.url,
    withinMs: 5_000,
  });

  expect(left).toBe(0);
  expect(api.requests.toSorted()).toEqual(
    [`${token('a', 2)} POST /auth/logout`, `${token('b')} POST /auth/logout`].toSorted(),
  );
});

test('a session with an expired access token is renewed and signed out', async () => {
  await using api = await stubApi({
    'POST /auth/logout': nothingEnded,
    'POST /auth/refresh?refresh_token=a-1': { body: { access_token: token('a', 3), expires_in: 60 } },
  });

  expect(await endSessions([begun('a')], { baseUrl: api.url, withinMs: 5_000 })).toBe(0);
  expect(api.requests.at(-1)).toBe(`${token('a', 3)} POST /auth/logout`);
});

test('a session that has ended before does not count', async () => {
  await using api = await stubApi({
    'POST /auth/logout': { status: 401, body: { detail: 'Not authenticated' } },
    'POST /auth/refresh?refresh_token=a-1': { status: 401, body: { detail: 'Not authenticated' } },
  });

  expect(await endSessions([begun('a')], { baseUrl: api.url, withinMs: 5_000 })).toBe(0);
});

test.each([
  { what: 'fails', answer: { status: 500, body: { detail: 'no' } } },
  { what: 'limits the rate', answer: { status: 429, body: { detail: 'no' } } },
])('sessions on a target that $what are left', async ({ answer }) => {
  await using api = await stubApi({ 'POST /auth/logout': answer });

  expect(await endSessions([begun('a'), begun('b')], { baseUrl: api.url, withinMs: 5_000 })).toBe(2);
});

test('an unreachable target takes no longer than the time limit', async () => {
  const started = Date.now();

  expect(await endSessions([begun('a')], { baseUrl: 'http://127.0.0.1:1', withinMs: 500 })).toBe(1);
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('a browser is signed out at the identity provider too, with its cookies, and nowhere else', async () => {
  await using elsewhere = await stubApi({});
  await using api = await stubApi({
    'POST /auth/logout': {
      body: {
        session_termination_requested: true,
        front_channel_logout_url: '/api/auth/logout/front-channel',
      },
    },
    'GET /auth/logout/front-channel': { status: 204 },
  });
  const browser = sessionInCookies([
    { name: 'access_token', value: token('a') },
    { name: 'realm', value: 'r' },
  ]);

  await endSessions([browser ?? begun('none')], { baseUrl: api.url, withinMs: 5_000 });

  expect(api.requests).toContain('undefined GET /auth/logout/front-channel');
  expect(elsewhere.requests).toEqual([]);
});

test.each([
  { path: '/auth/token', status: 200, body: { access_token: 'a', refresh_token: 'r' }, event: 'begun' },
  { path: '/auth/token', status: 200, body: { access_token: 'a', refresh_token: null }, event: 'begun' },
  { path: '/auth/refresh', status: 200, body: { access_token: 'a' }, event: 'renewed' },
  { path: '/auth/token', status: 401, body: { access_token: 'a' }, event: undefined },
  { path: '/auth/pats', status: 201, body: { access_token: 'a', token: 't' }, event: undefined },
  { path: '/auth/token', status: 200, body: 'a page', event: undefined },
])('a response of $path with $status issues a session: $event', ({ event, ...answer }) => {
  expect(sessionIn(answer)?.event).toBe(event);
});

test('cookies of a browser that is not signed in have no session', () => {
  expect(sessionInCookies([{ name: 'access_token', value: '' }])).toBeUndefined();
  expect(sessionInCookies([{ name: 'theme', value: 'dark' }])).toBeUndefined();
});

test('recorded sessions are read back without a torn line, from a file for its owner only', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-sessions-'));
  const file = path.join(folder, 'sessions.ndjson');
  expect(recordedSessions(file)).toEqual([]);

  recordSession(file, begun('a'));
  appendFileSync(file, 'ink\n');
  recordSession(file, renewed('a'));
  appendFileSync(file, '{"event":"beg');

  expect(recordedSessions(file)).toEqual([begun('a'), renewed('a')]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
