import { Signer } from '@fastify/cookie';
import { expect, test } from 'vitest';
import { operatorSession, sessionMs } from './operator-session.ts';

const now = Date.UTC(2026, 10, 30);
const session = await operatorSession('right');
const cookie = session.open('right', now)!;

test('opens only with the password', () => {
  expect(cookie).toMatch(/^\d+\./);
  for (const wrong of ['', 'Right', 'right ', 'righ', 'r'.repeat(100_000)]) {
    expect(session.open(wrong, now)).toBeUndefined();
  }
});

test('is valid until it expires', () => {
  expect(session.holds(cookie, now)).toBe(true);
  expect(session.holds(cookie, now + sessionMs - 1)).toBe(true);
  expect(session.holds(cookie, now + sessionMs)).toBe(false);
});

test('is valid after a restart and on another replica, but not after the password has changed', async () => {
  expect((await operatorSession('right')).holds(cookie, now)).toBe(true);
  expect((await operatorSession('new')).holds(cookie, now)).toBe(false);
});

test('rejects a cookie that it did not issue', () => {
  const [, signature] = cookie.split('.');
  const later = String(now + 2 * sessionMs);
  for (const forged of [
    undefined,
    '',
    later,
    `${later}.`,
    `${later}.${signature}`,
    new Signer('right').sign(later),
    new Signer('').sign(later),
  ]) {
    expect(session.holds(forged, now)).toBe(false);
  }
});
