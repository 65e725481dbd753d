import { ApiError } from '@uat/sdk';
import { describe, expect, test } from 'vitest';
import type { Resource } from './resource-journal.ts';
import { relationId } from './relation-id.ts';
import { describeResource, removeResource } from './remove-resource.ts';
import { stubApi } from './testing/stub-api.ts';

const user: Resource = { kind: 'user', id: '42', name: 'uat-a' };
const rule: Resource = { kind: 'policy rule', id: '/api/uat-c/**', name: 'uat-c' };
const model: Resource = { kind: 'model', id: 'm1', name: 'uat-c' };
const settings: Resource = { kind: 'security settings', id: '{}', name: 'uat-c' };
const pat: Resource = { kind: 'pat', id: 'j1', name: 'uat-b', owner: 'viewer' };
const workroom: Resource = { kind: 'workroom', id: 'w1', name: 'uat-c', owner: 'user' };
const app: Resource = { kind: 'app', id: 'a1', name: 'uat-d', owner: 'user' };

const relation: Resource = {
  kind: 'relation',
  id: relationId({
    subject: { namespace: 'user', id: '42' },
    relation: 'owner',
    object: { namespace: 'model', id: 'uat-d' },
  }),
  name: 'uat-d',
};

describe('removing a resource', () => {
  test.each([
    { what: 'a user', resource: user, request: 'DELETE /auth/users/42', as: 'admin' },
    { what: 'a token', resource: pat, request: 'DELETE /auth/pats/j1', as: 'viewer' },
    { what: 'a workroom', resource: workroom, request: 'DELETE /workrooms/w1', as: 'user' },
    { what: 'an app', resource: app, request: 'DELETE /apps/deployment/a1/purge', as: 'user' },
    { what: 'a model', resource: model, request: 'DELETE /models/m1?force=true', as: 'admin' },
    { what: 'a relation', resource: relation, request: 'DELETE /auth/tuples', as: 'admin' },
  ])('$what is requested as $as', async ({ resource, request, as }) => {
    await using api = await stubApi({ [request]: { body: { message: 'gone' } } });

    await removeResource(resource, api.as);

    expect(api.requests).toEqual([`${as} ${request}`]);
  });

  test('removes the deployments of a configuration first, and no others', async () => {
    const mine = { id: 'd1', m_config_id: 'c1' };
    const others = { id: 'd2', m_config_id: 'c2' };
    await using api = await stubApi({
      'GET /serving/deployments': { body: [mine, others] },
      'DELETE /serving/deployment/d1/delete?force=true': { body: true },
      'DELETE /model_configs/c1': { body: { message: 'gone' } },
    });

    await removeResource({ kind: 'model config', id: 'c1', name: 'uat-e' }, api.as);

    expect(api.requests).toEqual([
      'admin GET /serving/deployments',
      'admin DELETE /serving/deployment/d1/delete?force=true',
      'admin DELETE /model_configs/c1',
    ]);
  });

  test('succeeds for one that no longer exists', async () => {
    await using api = await stubApi({});

    await expect(removeResource(user, api.as)).resolves.toBeUndefined();
  });

  test.each([403, 409, 500])('fails when the target responds with %d', async (status) => {
    await using api = await stubApi({
      'DELETE /auth/users/42': { status, body: { detail: 'no' } },
    });

    await expect(removeResource(user, api.as)).rejects.toThrow(ApiError);
  });

  test.each([
    { listed: [], outcome: 'succeeds' },
    { listed: [{ id: 'm1', name: 'uat-c' }], outcome: 'fails' },
  ])('for a model with a 403 $outcome when the catalogue lists $listed', async ({ listed, outcome }) => {
    await using api = await stubApi({
      'DELETE /models/m1?force=true': { status: 403, body: { detail: 'no' } },
      'GET /models/': { body: listed },
    });

    const found = await removeResource(model, api.as).catch((error: Error) => error.name);

    expect(found).toBe(outcome === 'fails' ? 'AuthorizationError' : undefined);
  });

  test('fails without credentials of the owner', async () => {
    await expect(removeResource(pat, () => undefined)).rejects.toThrow(
      'there are no credentials of viewer to remove the token uat-b',
    );
  });
});

test.each([
  { resource: user, name: 'the user uat-a' },
  { resource: pat, name: 'the token uat-b' },
  { resource: workroom, name: 'the workroom uat-c' },
  { resource: app, name: 'the app uat-d' },
  { resource: rule, name: 'the policy rule uat-c' },
  { resource: settings, name: 'the security settings uat-c' },
  { resource: model, name: 'the model uat-c' },
  { resource: relation, name: 'the relation to uat-d' },
])('messages call it $name', ({ resource, name }) => {
  expect(describeResource(resource)).toBe(name);
});
