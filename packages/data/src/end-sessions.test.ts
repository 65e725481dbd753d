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

test('of each session the newest tokens count, and none that was renewed from somebody else’s', () => {
  const all = [
    begun('a'),
    begun('b'),
    renewed('a'),
    renewed('theirs'),
    { event: 'begun' as const, access: 'opaque' },
  ];

  expect(latest(all)).toEqual([renewed('a'), begun('b'), { event: 'begun', access: 'opaque' }]);
});

test('each session is signed out of once', async () => {
  await using api = await stubApi({ 'POST /auth/logout': signedOut });

  const left = await endSessions([begun('a'), renewed('a'), begun('b')], {
    baseUrl: api.url,
    withinMs: 5_000,
  });

  expect(left).toBe(0);
  expect(api.asked.toSorted()).toEqual(
    [`${token('a', 2)} POST /auth/logout`, `${token('b')} POST /auth/logout`].toSorted(),
  );
});

test('one whose access token has expired is renewed and signed out of', async () => {
  await using api = await stubApi({
    'POST /auth/logout': nothingEnded,
    'POST /auth/refresh?refresh_token=a-1': { body: { access_token: token('a', 3), expires_in: 60 } },
  });

  expect(await endSessions([begun('a')], { baseUrl: api.url, withinMs: 5_000 })).toBe(0);
  expect(api.asked.at(-1)).toBe(`${token('a', 3)} POST /auth/logout`);
});

test('one that has ended before is no matter', async () => {
  await using api = await stubApi({
    'POST /auth/logout': { status: 401, body: { detail: 'Not authenticated' } },
    'POST /auth/refresh?refresh_token=a-1': { status: 401, body: { detail: 'Not authenticated' } },
  });

  expect(await endSessions([begun('a')], { baseUrl: api.url, withinMs: 5_000 })).toBe(0);
});

test.each([
  { what: 'breaks', answer: { status: 500, body: { detail: 'no' } } },
  { what: 'has had enough', answer: { status: 429, body: { detail: 'no' } } },
])('a target that $what leaves sessions', async ({ answer }) => {
  await using api = await stubApi({ 'POST /auth/logout': answer });

  expect(await endSessions([begun('a'), begun('b')], { baseUrl: api.url, withinMs: 5_000 })).toBe(2);
});

test('a target that is not there costs no more than the time that was given', async () => {
  const started = Date.now();

  expect(await endSessions([begun('a')], { baseUrl: 'http://127.0.0.1:1', withinMs: 500 })).toBe(1);
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('a browser is signed out of the identity provider too, by its cookies, and nowhere else', async () => {
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

  expect(api.asked).toContain('undefined GET /auth/logout/front-channel');
  expect(elsewhere.asked).toEqual([]);
});

test.each([
  { path: '/auth/token', status: 200, body: { access_token: 'a', refresh_token: 'r' }, event: 'begun' },
  { path: '/auth/token', status: 200, body: { access_token: 'a', refresh_token: null }, event: 'begun' },
  { path: '/auth/refresh', status: 200, body: { access_token: 'a' }, event: 'renewed' },
  { path: '/auth/token', status: 401, body: { access_token: 'a' }, event: undefined },
  { path: '/auth/pats', status: 201, body: { access_token: 'a', token: 't' }, event: undefined },
  { path: '/auth/token', status: 200, body: 'a page', event: undefined },
])('an answer of $path with $status tells of a session: $event', ({ event, ...answer }) => {
  expect(sessionIn(answer)?.event).toBe(event);
});

test('cookies of somebody who is not signed in tell of none', () => {
  expect(sessionInCookies([{ name: 'access_token', value: '' }])).toBeUndefined();
  expect(sessionInCookies([{ name: 'theme', value: 'dark' }])).toBeUndefined();
});

test('what was written down is read again, without a torn line, and only by its owner', () => {
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
