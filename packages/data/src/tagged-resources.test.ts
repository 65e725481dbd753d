import type { Session } from '@uat/config';
import { describe, expect, test } from 'vitest';
import { relationId } from './relation-id.ts';
import { stampedBelongings } from './tagged-resources.ts';
import { stubApi } from './testing/stub-api.ts';

const stamped = (end: string) => `uat-20261122-1831-k3f9-${end}`;
const stamp = { runId: '20261122-1831-k3f9', startedAt: new Date('2026-11-22T18:31:00Z') };

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
    { id: '2', username: stamped('aa') },
    { id: '3', username: 'uat-lab' },
  ],
};
const pats = {
  body: {
    pats: [
      { jti: 'j1', name: stamped('bb') },
      { jti: 'j2', name: stamped('cc'), revoked: true },
      { jti: 'j3', name: 'uat-mine' },
      { jti: 'j4', name: null },
    ],
  },
};

const named = (id: string, name: string) => ({ id, name });

describe('what carries a stamp on a target', () => {
  test('are users, and tokens that still work of each role that can sign in', async () => {
    await using api = await stubApi({ 'GET /auth/users/': users, 'GET /auth/pats': pats });

    expect(await stampedBelongings(target({}), api.as)).toEqual([
      { stamp, belonging: { kind: 'user', id: '2', name: stamped('aa') } },
      { stamp, belonging: { kind: 'pat', id: 'j1', name: stamped('bb'), owner: 'admin' } },
      { stamp, belonging: { kind: 'pat', id: 'j1', name: stamped('bb'), owner: 'viewer' } },
    ]);
  });

  test('are files that were entered by hand', async () => {
    const files = { body: [named('f1', stamped('ee')), named('f2', 'weights.gguf')] };
    await using api = await stubApi({ 'GET /model_files/': files });

    expect(await stampedBelongings(target({ capabilities: ['model-files'], roles: {} }), api.as)).toEqual([
      { stamp, belonging: { kind: 'model file', id: 'f1', name: stamped('ee') } },
    ]);
  });

  test('are models and relations, where an administrator can list them', async () => {
    const relation = {
      subject: { namespace: 'user', id: '1' },
      relation: 'viewer' as const,
      object: { namespace: 'model', id: stamped('dd') },
      tenant_id: '__default__',
    };
    const record = {
      subject_namespace: 'user',
      subject_id: '1',
      resource_type: 'model',
      resource_id: stamped('dd'),
      relation: 'viewer',
      tenant_id: '__default__',
    };
    await using api = await stubApi({
      'GET /auth/pats': { body: { pats: [] } },
      'GET /models/': {
        body: [
          { id: 'm1', name: stamped('ee') },
          { id: 'm2', name: 'llama' },
        ],
      },
      'GET /auth/tuples/': { body: [record, { ...record, resource_id: 'm2' }] },
    });

    const found = await stampedBelongings(target({ capabilities: ['models', 'relations'] }), api.as);

    expect(found.map(({ belonging }) => belonging)).toEqual([
      { kind: 'model', id: 'm1', name: stamped('ee') },
      { kind: 'relation', id: relationId(relation), name: stamped('dd') },
    ]);
  });

  test('are tokens only where the target offers no users', async () => {
    await using api = await stubApi({ 'GET /auth/pats': pats });

    const found = await stampedBelongings(target({ capabilities: [] }), api.as);

    expect(found.map(({ belonging }) => belonging.kind)).toEqual(['pat', 'pat']);
    expect(api.asked).toEqual(['admin GET /auth/pats', 'viewer GET /auth/pats']);
  });

  test('are workrooms and apps of each role, each app once', async () => {
    const workrooms = { body: { items: [named('w1', stamped('dd')), named('w2', 'planning')] } };
    const apps = { body: [named('a1', stamped('ee')), named('a2', 'chat')] };
    await using api = await stubApi({
      'GET /auth/pats': { body: { pats: [] } },
      'GET /workrooms/': workrooms,
      'GET /apps/deployments?workroom_id=all': apps,
    });

    const found = await stampedBelongings(target({ capabilities: ['workrooms', 'apps'] }), api.as);

    expect(found.map(({ belonging }) => belonging)).toEqual([
      { kind: 'workroom', id: 'w1', name: stamped('dd'), owner: 'admin' },
      { kind: 'app', id: 'a1', name: stamped('ee'), owner: 'admin' },
      { kind: 'workroom', id: 'w1', name: stamped('dd'), owner: 'viewer' },
    ]);
  });

  test('cannot be seen by nobody', async () => {
    await using api = await stubApi({ 'GET /auth/users/': users, 'GET /auth/pats': pats });

    expect(await stampedBelongings(target({ roles: {} }), () => undefined)).toEqual([]);
    expect(api.asked).toEqual([]);
  });
});
