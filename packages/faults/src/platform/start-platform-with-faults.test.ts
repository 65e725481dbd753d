import type { Platform } from '@uat/platform';
import { expect, test } from 'vitest';
import { startPlatformWithFaults } from './start-platform-with-faults.ts';

test('a fault that is switched on is there, and in no other platform', async () => {
  await using broken = await startPlatformWithFaults(['A4']);
  await using clean = await startPlatformWithFaults([]);

  expect(await answerToRevokedToken(broken)).toBe(200);
  expect(await answerToRevokedToken(clean)).toBe(401);
});

test.each([
  { id: 'Z9', says: "There is no fault 'Z9'." },
  { id: 'F1', says: 'F1 is a fault of packages' },
])('$id is refused before anything starts', async ({ id, says }) => {
  await expect(startPlatformWithFaults(['A4', id])).rejects.toThrow(says);
});

async function answerToRevokedToken({ url, accounts }: Platform): Promise<number> {
  const { username, password } = accounts.find(({ role }) => role === 'user') ?? {};
  const body = new URLSearchParams({ username: username ?? '', password: password ?? '' });
  const { access_token } = await answerOf(`${url}/api/auth/token`, { method: 'POST', body });
  const authorization = `Bearer ${access_token}`;
  const { token, pat } = await answerOf(`${url}/api/auth/pats`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'revoked' }),
  });
  await fetch(`${url}/api/auth/pats/${pat.jti}`, { method: 'DELETE', headers: { authorization } });
  const { status } = await fetch(`${url}/api/auth/users/me`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return status;
}

async function answerOf(url: string, init: RequestInit) {
  return (await (await fetch(url, init)).json()) as {
    access_token: string;
    token: string;
    pat: { jti: string };
  };
}
