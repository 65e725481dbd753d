import { expect, test } from 'vitest';
import { addPolicyRule, removePolicyRule } from './policy-rule.ts';
import { stubApi } from './testing/stub-api.ts';

const policy = `version: 1
# Who may call what
endpoints:
  - { path: /api/models/**, methods: [GET], roles: [viewer] }
`;
const rule = { path: '/api/uat-a/**', methods: ['GET' as const], roles: ['viewer'] };
const withRule = policy.replace(
  'endpoints:\n',
  'endpoints:\n  - {"path":"/api/uat-a/**","methods":["GET"],"roles":["viewer"]}\n',
);

/** An API with this policy, which records the new ones sent to it. */
const apiWith = (yaml: string) =>
  stubApi({
    'GET /auth/policy': { body: { yaml, policy: {}, loaded_at: '2026-11-25T02:00:00Z' } },
    'PUT /auth/policy': { body: {} },
  });

test('a rule is inserted before the others, which stay unchanged', async () => {
  await using api = await apiWith(policy);

  await addPolicyRule(api.as('admin'), rule);

  expect(api.sent).toEqual([JSON.stringify({ yaml: withRule })]);
});

test('a rule is removed again, and nothing else is', async () => {
  await using api = await apiWith(withRule);

  await removePolicyRule(api.as('admin'), rule.path);

  expect(api.sent).toEqual([JSON.stringify({ yaml: policy })]);
});

test('removing a rule that no longer exists leaves the policy unchanged', async () => {
  await using api = await apiWith(policy);

  await removePolicyRule(api.as('admin'), rule.path);

  expect(api.requests).toEqual(['admin GET /auth/policy']);
});

test('a policy without a list of rules is reported and not changed', async () => {
  await using api = await apiWith('endpoints: []');

  await expect(addPolicyRule(api.as('admin'), rule)).rejects.toThrow('has no list of endpoints');
  expect(api.sent).toEqual([]);
});
