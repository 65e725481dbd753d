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
  engine: {
    chat: { repository: 'a/b', file: 'b.gguf', context: 512 },
    otherChat: { repository: 'a/c', file: 'c.gguf', context: 512 },
    spare: { repository: 'a/d', file: 'd.gguf', context: 512 },
    search: 'a',
    prompts: { short: 'a', long: 'b', open: 'c' },
  },
};

test.each<{ needs: Need[] }>([
  { needs: [] },
  { needs: ['grant:tokens'] },
  { needs: ['offer:log'] },
  { needs: ['role:admin', 'grant:tokens', 'offer:log'] },
  { needs: ['model:otherChat'] },
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
  {
    needs: ['model:embedding'],
    missing: 'model:embedding',
    reason: "the engine of target 'staging' names no model embedding",
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
