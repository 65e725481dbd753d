import { expect, test } from 'vitest';
import type { Pat } from '../../api/answers.ts';
import { inOrder, tokenName, tokenStatus } from './token-status.ts';

const now = Date.parse('2026-01-02T00:00:00Z');

function pat(changes: Partial<Pat>): Pat {
  return { jti: 'abcdefghijkl', revoked: false, created_at: '2026-01-01T00:00:00Z', ...changes };
}

test('a token is active until it expires or is revoked', () => {
  expect(tokenStatus(pat({}), now)).toBe('Active');
  expect(tokenStatus(pat({ exp: now / 1000 + 1 }), now)).toBe('Active');
  expect(tokenStatus(pat({ exp: now / 1000 }), now)).toBe('Expired');
  expect(tokenStatus(pat({ exp: now / 1000 - 1, revoked: true }), now)).toBe('Revoked');
});

test('a token without a name is known by the start of its id', () => {
  expect(tokenName(pat({ name: 'nightly' }))).toBe('nightly');
  expect(tokenName(pat({ name: ' ' }))).toBe('Unnamed token abcdefgh');
});

test('tokens that work come first, the newest among them on top', () => {
  const tokens = [
    pat({ jti: 'revoked', revoked: true, created_at: '2026-01-01T03:00:00Z' }),
    pat({ jti: 'old', created_at: '2026-01-01T01:00:00Z' }),
    pat({ jti: 'new', created_at: '2026-01-01T02:00:00Z' }),
  ];

  expect(inOrder(tokens, now).map(({ jti }) => jti)).toEqual(['new', 'old', 'revoked']);
});
