import type { Session } from '@uat/config';
import { describe, expect, test } from 'vitest';
import { relationId } from './relation-id.ts';
import { taggedResources } from './tagged-resources.ts';
import { stubApi } from './testing/stub-api.ts';

const tagged = (end: string) => `uat-20261122-1831-k3f9-${end}`;
const runTag = { runId: '20261122-1831-k3f9', startedAt: new Date('2026-11-22T18:31:00Z') };

const target = (change: Partial<Session['target']>): Session['target'] => ({
  kind: 'attached',
  name: 'staging',
  url: 'http://t',
  grants: [],
  capabilities: ['users'],
  roles: { admin: { token: 'admin' }, viewer: { token: 'viewer' } },
  verifyTls: true,
  budgets: {},
  ...change,
});

const users = {
  body: [
    { id: '1', username: 'admin' },
    { id: '2', username: tagged('aa') },
    { id: '3', username: 'uat-lab' },
  ],
};
const pats = {
  body: {
    pats: [
      { jti: 'j1', name: tagged('bb') },
      { jti: 'j2', name: tagged('cc'), revoked: true },
      { jti: 'j3', name: 'uat-mine' },
      { jti: 'j4', name: null },
    ],
  },
};

const named = (id: string, name: string) => ({ id, name });

describe('tagged resources on a target', () => {
  test('are users, and valid tokens of each role that can sign in', async () => {
    await using api = await stubApi({ 'GET /auth/users/': users, 'GET /auth/pats': pats });

    expect(await taggedResources(target({}), api.as)).toEqual([
      { runTag, resource: { kind: 'user', id: '2', name: tagged('aa') } },
      { runTag, resource: { kind: 'pat', id: 'j1', name: tagged('bb'), owner: 'admin' } },
      { runTag, resource: { kind: 'pat', id: 'j1', name: tagged('bb'), owner: 'viewer' } },
    ]);
  });

  test('are files that were registered by hand', async () => {
    const files = { body: [named('f1', tagged('ee')), named('f2', 'weights.gguf')] };
    await using api = await stubApi({ 'GET /model_files/': files });

    expect(await taggedResources(target({ capabilities: ['model-files'], roles: {} }), api.as)).toEqual([
      { runTag, resource: { kind: 'model file', id: 'f1', name: tagged('ee') } },
    ]);
  });

  test('are models and relations that an administrator can list', async () => {
    const relation = {
      subject: { namespace: 'user', id: '1' },
      relation: 'viewer' as const,
      object: { namespace: 'model', id: tagged('dd') },
      tenant_id: '__default__',
    };
    const record = {
      subject_namespace: 'user',
      subject_id: '1',
      resource_type: 'model',
      resource_id: tagged('dd'),
      relation: 'viewer',
      tenant_id: '__default__',
    };
    await using api = await stubApi({
      'GET /auth/pats': { body: { pats: [] } },
      'GET /models/': {
        body: [
          { id: 'm1', name: tagged('ee') },
          { id: 'm2', name: 'llama' },
        ],
      },
      'GET /auth/tuples/': { body: [record, { ...record, resource_id: 'm2' }] },
    });

    const found = await taggedResources(target({ capabilities: ['models', 'relations'] }), api.as);

    expect(found.map(({ resource }) => resource)).toEqual([
      { kind: 'model', id: 'm1', name: tagged('ee') },
      { kind: 'relation', id: relationId(relation), name: tagged('dd') },
    ]);
  });

  test('are only tokens on a target without the users capability', async () => {
    await using api = await stubApi({ 'GET /auth/pats': pats });

    const found = await taggedResources(target({ capabilities: [] }), api.as);

    expect(found.map(({ resource }) => resource.kind)).toEqual(['pat', 'pat']);
    expect(api.requests).toEqual(['admin GET /auth/pats', 'viewer GET /auth/pats']);
  });

  test('are workrooms and apps of each role, each app once', async () => {
    const workrooms = { body: { items: [named('w1', tagged('dd')), named('w2', 'planning')] } };
    const apps = { body: [named('a1', tagged('ee')), named('a2', 'chat')] };
    await using api = await stubApi({
      'GET /auth/pats': { body: { pats: [] } },
      'GET /workrooms/': workrooms,
      'GET /apps/deployments?workroom_id=all': apps,
    });

    const found = await taggedResources(target({ capabilities: ['workrooms', 'apps'] }), api.as);

    expect(found.map(({ resource }) => resource)).toEqual([
      { kind: 'workroom', id: 'w1', name: tagged('dd'), owner: 'admin' },
      { kind: 'app', id: 'a1', name: tagged('ee'), owner: 'admin' },
      { kind: 'workroom', id: 'w1', name: tagged('dd'), owner: 'viewer' },
    ]);
  });

  test('are not listed without credentials', async () => {
    await using api = await stubApi({ 'GET /auth/users/': users, 'GET /auth/pats': pats });

    expect(await taggedResources(target({ roles: {} }), () => undefined)).toEqual([]);
    expect(api.requests).toEqual([]);
  });
});
