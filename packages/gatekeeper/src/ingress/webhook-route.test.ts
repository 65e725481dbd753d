import { createHmac, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../store/open-database.ts';
import { addWebhookRoute, webhookPath } from './webhook-route.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const secret = 'lin_wh_secret';
const now = Date.parse('2026-12-14T09:00:00Z');

async function receiver() {
  const db = await openDatabase(':memory:');
  const app = fastify();
  const outcomes: string[] = [];
  addWebhookRoute(app, {
    db,
    clock: { now: () => now, sleep: async () => undefined },
    secrets: [secret],
    watchesAll: false,
    onOutcome: (outcome) => void outcomes.push(outcome),
    onRevoked: () => undefined,
    maxBytes: 10_000,
  });
  closing.push(
    () => db.destroy(),
    () => app.close(),
  );
  const send = async (payload: string, headers: Record<string, string> = signed(payload)) => {
    const response = await app.inject({
      method: 'POST',
      url: webhookPath,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return response.statusCode;
  };
  const due = async () => {
    const rows = await db.selectFrom('due_issue').select(['issue_id', 'generation']).execute();
    return rows.map(({ issue_id, generation }) => `${issue_id} ${generation}`);
  };
  return { db, app, outcomes, send, due };
}

function signed(body: string, delivery: string = randomUUID(), key = secret): Record<string, string> {
  return {
    'linear-delivery': delivery,
    'linear-signature': createHmac('sha256', key).update(body).digest('hex'),
  };
}

function moved(issue: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    type: 'Issue',
    action: 'update',
    createdAt: '2026-12-14T09:00:00Z',
    organizationId: 'o',
    webhookId: 'w',
    webhookTimestamp: now,
    actor: { id: 'ana', type: 'user', name: 'Ana' },
    updatedFrom: { stateId: 'todo' },
    data: {
      id: issue,
      identifier: 'ENG-1',
      title: 'x',
      url: 'https://linear.app/x',
      updatedAt: '2026-12-14T09:00:00Z',
      stateId: 'progress',
      state: { id: 'progress', name: 'In Progress', type: 'started' },
      teamId: 't',
      labels: [],
    },
    ...more,
  });
}

test('stores a signed delivery and marks its issue as due', async () => {
  const { send, due, outcomes } = await receiver();

  expect(await send(moved('i1'))).toBe(200);
  expect(await due()).toEqual(['i1 1']);
  expect(outcomes).toEqual(['accepted']);
});

test('stores a delivery once, whether it is repeated under the same id or another', async () => {
  const { send, due } = await receiver();
  const body = moved('i1');
  const id = randomUUID();

  expect(await send(body, signed(body, id))).toBe(200);
  expect(await send(body, signed(body, id))).toBe(200);
  expect(await send(body, signed(body))).toBe(200);
  const restamped = moved('i1', { webhookTimestamp: now + 60_000 });
  expect(await send(restamped, signed(restamped, id))).toBe(200);

  expect(await due()).toEqual(['i1 1']);
});

test('treats deliveries from other hours as hints, and ignores unknown kinds', async () => {
  const { send, due, outcomes } = await receiver();

  expect(await send(moved('i1', { webhookTimestamp: now - 7 * 3_600_000 }))).toBe(200);
  expect(await send(moved('i2', { webhookTimestamp: now + 7 * 3_600_000 }))).toBe(200);
  expect(await send(JSON.stringify({ type: 'Reaction', action: 'create' }))).toBe(200);
  expect(await send(moved('i3', { data: { id: 7 } }))).toBe(200);

  expect(await due()).toEqual(['i1 1', 'i2 1']);
  expect(outcomes).toEqual(['stale', 'stale', 'stale', 'accepted']);
});

test.each([
  ['unsigned', 401, () => [moved('i'), {}]],
  ['forged', 401, () => [moved('i'), signed(moved('i'), randomUUID(), 'another')]],
  ['forged', 401, () => [`${moved('i')} `, signed(moved('i'))]],
  ['not-json', 400, () => ['{"type":', signed('{"type":')]],
  ['not-json', 400, () => ['[1]', signed('[1]')]],
  ['oversized', 413, () => ['x'.repeat(10_001), signed('x'.repeat(10_001))]],
] as [string, number, () => [string, Record<string, string>]][])(
  'answers a %s delivery with %i and stores nothing',
  async (outcome, status, request) => {
    const { send, due, outcomes, db } = await receiver();

    expect(await send(...request())).toBe(status);
    expect(outcomes).toEqual([outcome]);
    expect(await due()).toEqual([]);
    expect(await db.selectFrom('inbox').selectAll().execute()).toEqual([]);
  },
);

test('survives a delivery that breaks off', async () => {
  const { app, send, due } = await receiver();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const body = moved('i1');
  const headers = Object.entries(signed(body)).map(([name, value]) => `${name}: ${value}\r\n`);
  await new Promise<void>((sent) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST ${webhookPath} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${headers.join('')}\r\n${body.slice(0, 40)}`,
        () => socket.destroy(),
      );
    });
    socket.on('close', () => sent());
  });

  expect(await due()).toEqual([]);
  expect(await send(body)).toBe(200);
});

test('answers 503 when the database is full, so that Linear sends the delivery again', async () => {
  const { db, send, due, outcomes } = await receiver();
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count ?? 0}`).execute(db);
  let status = 200;
  let number = 0;
  for (; status === 200 && number < 2_000; number += 1) status = await send(moved(`i${number}`));

  expect(status).toBe(503);
  expect(outcomes.at(-1)).toBe('not-stored');
  const stored = await due();
  expect(stored).toHaveLength(number - 1);

  await sql.raw('pragma max_page_count = 100000').execute(db);
  expect(await send(moved('later'))).toBe(200);
});

test('answers 503 when the database is gone', async () => {
  const { db, send } = await receiver();
  await db.destroy();

  expect(await send(moved('i1'))).toBe(503);
});
