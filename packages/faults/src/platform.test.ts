import { expect, test } from 'vitest';

import { json, testedPlatform } from '../testing/tested-platform.ts';
import { allRegressions } from './index.ts';

test('each defect has an id of its own and sentences that end', async () => {
  const regressions = await allRegressions();

  expect(regressions.length).toBeGreaterThan(0);
  expect(new Set(regressions.map(({ id }) => id)).size).toBe(regressions.length);
  for (const { id, sentence, reverts, source } of regressions) {
    expect(id).toMatch(/^[AM]X?\d+[a-z]?$/);
    expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(reverts).toMatch(/^that .+[^.]$/);
    expect(source).not.toBe('');
  }
});

test('a defect that is switched on is there, and in no other platform', async () => {
  await using broken = await testedPlatform({ regressions: ['A4'] });
  await using clean = await testedPlatform();

  expect(await answerToRevokedToken(broken)).toBe(200);
  expect(await answerToRevokedToken(clean)).toBe(401);
});

test('an unknown id is refused before anything starts', async () => {
  const start = testedPlatform({ regressions: ['A4', 'Z9'] });

  await expect(start).rejects.toThrow(/There is no regression "Z9"\. Regressions: A1, /);
});

type Tested = Awaited<ReturnType<typeof testedPlatform>>;

async function answerToRevokedToken({ call, token }: Tested): Promise<number> {
  const bearer = { authorization: `Bearer ${await token('tester')}` };
  const { body } = await call('POST', '/auth/pats', {
    ...json({ name: 'revoked' }),
    headers: { ...bearer, 'content-type': 'application/json' },
  });
  await call('DELETE', `/auth/pats/${body.pat.jti}`, { headers: bearer });
  const { status } = await call('GET', '/auth/users/me', {
    headers: { authorization: `Bearer ${body.token}` },
  });
  return status;
}
