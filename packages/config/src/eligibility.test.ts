import { expect, test } from 'vitest';
import type { Need } from './coverage.ts';
import { ineligibility } from './eligibility.ts';
import type { Session } from './session.ts';

const target: Session['target'] = {
  kind: 'attached',
  name: 'staging',
  url: 'https://staging.test',
  grants: ['tokens'],
  roles: { admin: { token: 't' } },
  verifyTls: true,
  budgets: {},
  offers: ['log'],
};

test.each<{ needs: Need[] }>([
  { needs: [] },
  { needs: ['grant:tokens'] },
  { needs: ['offer:log'] },
  { needs: ['role:admin', 'grant:tokens', 'offer:log'] },
])('a test that needs $needs can be judged here', ({ needs }) => {
  expect(ineligibility(needs, target)).toBeUndefined();
});

test.each<{ needs: Need[]; missing: Need; reason: string }>([
  { needs: ['grant:policy'], missing: 'grant:policy', reason: "target 'staging' does not grant policy" },
  {
    needs: ['role:viewer'],
    missing: 'role:viewer',
    reason: "target 'staging' has no credentials for the role viewer",
  },
  { needs: ['offer:policy'], missing: 'offer:policy', reason: "target 'staging' does not offer policy" },
  {
    needs: ['grant:policy', 'offer:policy'],
    missing: 'grant:policy',
    reason: "target 'staging' does not grant policy",
  },
  {
    needs: ['grant:tokens', 'role:user', 'grant:policy'],
    missing: 'role:user',
    reason: "target 'staging' has no credentials for the role user",
  },
])('a test that needs $needs cannot: $reason', ({ needs, missing, reason }) => {
  expect(ineligibility(needs, target)).toEqual({ needs: missing, reason });
});

test('a target that nobody has asked what it can do offers nothing', () => {
  const { offers: _offers, ...unasked } = target;

  expect(ineligibility(['offer:log'], unasked)).toEqual({
    needs: 'offer:log',
    reason: "target 'staging' does not offer log",
  });
});
