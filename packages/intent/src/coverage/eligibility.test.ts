import { expect, test } from 'vitest';
import type { Requirement } from './coverage.ts';
import { ineligibility } from './eligibility.ts';
import type { Session } from '@uat/config';

const target: Session['target'] = {
  kind: 'attached',
  name: 'staging',
  url: 'https://staging.test',
  grants: ['tokens'],
  roles: { admin: { token: 't' } },
  verifyTls: true,
  budgets: {},
  capabilities: ['log'],
  engine: {
    chat: { repository: 'a/b', file: 'b.gguf', context: 512 },
    otherChat: { repository: 'a/c', file: 'c.gguf', context: 512 },
    spare: { repository: 'a/d', file: 'd.gguf', context: 512 },
    search: 'a',
    prompts: { short: 'a', long: 'b', open: 'c' },
  },
};

test.each<{ requires: Requirement[] }>([
  { requires: [] },
  { requires: ['grant:tokens'] },
  { requires: ['capability:log'] },
  { requires: ['role:admin', 'grant:tokens', 'capability:log'] },
  { requires: ['model:otherChat'] },
])('a test that requires $requires can be judged here', ({ requires }) => {
  expect(ineligibility(requires, target)).toBeUndefined();
});

test.each<{ requires: Requirement[]; missing: Requirement; reason: string }>([
  { requires: ['grant:policy'], missing: 'grant:policy', reason: "target 'staging' does not grant policy" },
  {
    requires: ['role:viewer'],
    missing: 'role:viewer',
    reason: "target 'staging' has no credentials for the role viewer",
  },
  {
    requires: ['model:embedding'],
    missing: 'model:embedding',
    reason: "the engine of target 'staging' names no model embedding",
  },
  {
    requires: ['capability:policy'],
    missing: 'capability:policy',
    reason: "target 'staging' lacks the capability policy",
  },
  {
    requires: ['grant:policy', 'capability:policy'],
    missing: 'grant:policy',
    reason: "target 'staging' does not grant policy",
  },
  {
    requires: ['grant:tokens', 'role:user', 'grant:policy'],
    missing: 'role:user',
    reason: "target 'staging' has no credentials for the role user",
  },
])('a test that requires $requires cannot: $reason', ({ requires, missing, reason }) => {
  expect(ineligibility(requires, target)).toEqual({ requires: missing, reason });
});

test('a target whose capabilities were not probed has none', () => {
  const { capabilities: _offers, ...unasked } = target;

  expect(ineligibility(['capability:log'], unasked)).toEqual({
    requires: 'capability:log',
    reason: "target 'staging' lacks the capability log",
  });
});
