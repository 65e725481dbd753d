import { ApiError } from '@uat/sdk';
import { describe, expect, test } from 'vitest';
import type { Belonging } from './resource-journal.ts';
import { relationId } from './relation-id.ts';
import { nameOf, removeBelonging } from './remove-resource.ts';
import { stubApi } from './testing/stub-api.ts';

const user: Belonging = { kind: 'user', id: '42', name: 'uat-a' };
const rule: Belonging = { kind: 'policy rule', id: '/api/uat-c/**', name: 'uat-c' };
const model: Belonging = { kind: 'model', id: 'm1', name: 'uat-c' };
const settings: Belonging = { kind: 'security settings', id: '{}', name: 'uat-c' };
const pat: Belonging = { kind: 'pat', id: 'j1', name: 'uat-b', owner: 'viewer' };
const workroom: Belonging = { kind: 'workroom', id: 'w1', name: 'uat-c', owner: 'user' };
const app: Belonging = { kind: 'app', id: 'a1', name: 'uat-d', owner: 'user' };

const relation: Belonging = {
  kind: 'relation',
  id: relationId({
    subject: { namespace: 'user', id: '42' },
    relation: 'owner',
    object: { namespace: 'model', id: 'uat-d' },
  }),
  name: 'uat-d',
};

describe('removing a belonging', () => {
  test.each([
    { what: 'a user', belonging: user, request: 'DELETE /auth/users/42', as: 'admin' },
    { what: 'a token', belonging: pat, request: 'DELETE /auth/pats/j1', as: 'viewer' },
    { what: 'a workroom', belonging: workroom, request: 'DELETE /workrooms/w1', as: 'user' },
    { what: 'an app', belonging: app, request: 'DELETE /apps/deployment/a1/purge', as: 'user' },
    { what: 'a model', belonging: model, request: 'DELETE /models/m1?force=true', as: 'admin' },
    { what: 'a relation', belonging: relation, request: 'DELETE /auth/tuples', as: 'admin' },
  ])('$what is asked for as $as', async ({ belonging, request, as }) => {
    await using api = await stubApi({ [request]: { body: { message: 'gone' } } });

    await removeBelonging(belonging, api.as);

    expect(api.asked).toEqual([`${as} ${request}`]);
  });

  test('takes what was deployed by a configuration with it, and nothing else', async () => {
    const mine = { id: 'd1', m_config_id: 'c1' };
    const others = { id: 'd2', m_config_id: 'c2' };
    await using api = await stubApi({
      'GET /serving/deployments': { body: [mine, others] },
      'DELETE /serving/deployment/d1/delete?force=true': { body: true },
      'DELETE /model_configs/c1': { body: { message: 'gone' } },
    });

    await removeBelonging({ kind: 'model config', id: 'c1', name: 'uat-e' }, api.as);

    expect(api.asked).toEqual([
      'admin GET /serving/deployments',
      'admin DELETE /serving/deployment/d1/delete?force=true',
      'admin DELETE /model_configs/c1',
    ]);
  });

  test('is fine with one that is gone already', async () => {
    await using api = await stubApi({});

    await expect(removeBelonging(user, api.as)).resolves.toBeUndefined();
  });

  test.each([403, 409, 500])('tells when the target answers %d', async (status) => {
    await using api = await stubApi({
      'DELETE /auth/users/42': { status, body: { detail: 'no' } },
    });

    await expect(removeBelonging(user, api.as)).rejects.toThrow(ApiError);
  });

  test.each([
    { listed: [], outcome: 'is fine' },
    { listed: [{ id: 'm1', name: 'uat-c' }], outcome: 'is told' },
  ])(
    'a model that nobody may have $outcome when the catalogue holds $listed',
    async ({ listed, outcome }) => {
      await using api = await stubApi({
        'DELETE /models/m1?force=true': { status: 403, body: { detail: 'no' } },
        'GET /models/': { body: listed },
      });

      const found = await removeBelonging(model, api.as).catch((error: Error) => error.name);

      expect(found).toBe(outcome === 'is told' ? 'AuthorizationError' : undefined);
    },
  );

  test('tells when nobody can sign in to do it', async () => {
    await expect(removeBelonging(pat, () => undefined)).rejects.toThrow(
      'nobody can sign in as viewer to remove the token uat-b',
    );
  });
});

test.each([
  { belonging: user, name: 'the user uat-a' },
  { belonging: pat, name: 'the token uat-b' },
  { belonging: workroom, name: 'the workroom uat-c' },
  { belonging: app, name: 'the app uat-d' },
  { belonging: rule, name: 'the policy rule uat-c' },
  { belonging: settings, name: 'the security settings uat-c' },
  { belonging: model, name: 'the model uat-c' },
  { belonging: relation, name: 'the relation to uat-d' },
])('people call it $name', ({ belonging, name }) => {
  expect(nameOf(belonging)).toBe(name);
});
