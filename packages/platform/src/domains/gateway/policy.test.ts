import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePolicy } from './parse-policy.ts';
import { defaultPolicyFile } from './policy-file.ts';
import { decide, policySchema, type Policy, type PolicyRule } from './policy.ts';

const roles = ['admin', 'user', 'viewer', 'anonymous'];
const segment = fc.constantFrom('api', 'models', 'cluster', 'a', 'b');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
const glob = fc
  .array(fc.oneof(segment, fc.constantFrom('*', '**')), { minLength: 1, maxLength: 4 })
  .map((segments) => `/${segments.join('/')}`);
const method = fc.constantFrom('GET', 'POST', 'DELETE');
const rule: fc.Arbitrary<PolicyRule> = fc.record({
  path: glob,
  methods: fc.subarray(['GET', 'POST', 'DELETE', '*'] as const, { minLength: 1 }),
  roles: fc.subarray(roles),
});
const question = fc.record({ method, path, roles: fc.subarray(['admin', 'user', 'viewer']) });
const policyOf = (endpoints: PolicyRule[], default_deny = true): Policy => ({
  version: 1,
  env: 'test',
  default_deny,
  roles,
  endpoints,
});

function shipped(): Policy {
  const parsed = parsePolicy(readFileSync(defaultPolicyFile, 'utf8'));
  if (parsed.kind === 'invalid') throw new Error('the policy that ships is not valid');
  return parsed.policy;
}

describe('any policy', () => {
  test('without a matching rule does what its default says', () => {
    fc.assert(
      fc.property(question, fc.boolean(), (asked, deny) => {
        expect(decide(policyOf([], deny), asked)).toEqual({ allow: !deny });
      }),
    );
  });

  test('keeps a decision when rules are added behind the one that made it', () => {
    fc.assert(
      fc.property(fc.array(rule), fc.array(rule), question, (before, after, asked) => {
        const first = decide(policyOf(before), asked);
        fc.pre(first.rule !== undefined);
        expect(decide(policyOf([...before, ...after]), asked)).toEqual(first);
      }),
    );
  });

  test('never takes away when the caller has more roles', () => {
    fc.assert(
      fc.property(fc.array(rule), question, (rules, asked) => {
        const policy = policyOf(rules);
        fc.pre(decide(policy, asked).allow);
        expect(decide(policy, { ...asked, roles }).allow).toBe(true);
      }),
    );
  });

  test('lets somebody without a role in only through a rule for everybody', () => {
    fc.assert(
      fc.property(fc.array(rule), question, (rules, asked) => {
        const { allow, rule: used } = decide(policyOf(rules), { ...asked, roles: [] });
        expect(allow).toBe(used?.roles.includes('anonymous') ?? false);
      }),
    );
  });
});

describe('a path pattern', () => {
  test.each([
    ['/api/*/x', '/api/a/x', true],
    ['/api/*/x', '/api/a/b/x', false],
    ['/api/*/x', '/api/x', false],
    ['/api/**', '/api', true],
    ['/api/**', '/api/a/b', true],
    ['/api/**', '/apis', false],
    ['/api/**/x', '/api/x', true],
    ['/api/**/x', '/api/a/b/x', true],
    ['/api/cluster*', '/api/cluster-2', true],
    ['/api/cluster*', '/api/cluster/nodes', false],
    ['/api/a.c', '/api/abc', false],
  ])('%s against %s: %s', (pattern, asked, allow) => {
    const policy = policyOf([{ path: pattern, methods: ['*'], roles: ['user'] }]);

    expect(decide(policy, { method: 'GET', path: asked, roles: ['user'] }).allow).toBe(allow);
  });
});

describe('the policy that ships', () => {
  test('is valid and denies by default', async () => {
    const policy = shipped();

    expect(policy.default_deny).toBe(true);
    expect(decide(policy, { method: 'GET', path: '/elsewhere', roles: ['admin'] }).allow).toBe(false);
  });

  test.each([
    ['viewer', 'GET', '/api/models', true],
    ['viewer', 'POST', '/api/models/search', true],
    ['viewer', 'POST', '/api/models/download', false],
    ['viewer', 'DELETE', '/api/model_files/1', false],
    ['user', 'DELETE', '/api/models/1', true],
    ['user', 'POST', '/api/serving/deploy_model', false],
    ['admin', 'POST', '/api/serving/deploy_model', true],
    ['user', 'GET', '/api/cluster/nodes', false],
    ['user', 'GET', '/api/activity/activities', false],
    ['user', 'GET', '/api/something/new', false],
    ['nobody', 'HEAD', '/api/ping', true],
    ['nobody', 'DELETE', '/api/ping', false],
  ])('%s %s %s: %s', async (role, verb, asked, allow) => {
    expect(decide(shipped(), { method: verb, path: asked, roles: [role] }).allow).toBe(allow);
  });
});

test('a rule for a role that the policy does not have is a mistake', () => {
  const result = policySchema.safeParse(policyOf([{ path: '/api/x', methods: ['GET'], roles: ['amdin'] }]));

  expect(result.error?.issues[0]?.message).toBe(
    '"amdin" is not one of the policy\'s roles (admin, user, viewer, anonymous)',
  );
});
