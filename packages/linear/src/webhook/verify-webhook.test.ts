import { createHash, createHmac } from 'node:crypto';
import { LinearWebhookClient } from '@linear/sdk/webhooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyWebhook, type WebhookRequest } from './verify-webhook.ts';
import { previousStateId } from './webhook-event.ts';

const secret = 'lin_wh_new';
const now = Date.parse('2026-12-01T09:00:00Z');
const checks = { secrets: [secret], now };

const issueEvent = {
  action: 'update',
  type: 'Issue',
  createdAt: '2026-12-01T08:59:59.000Z',
  organizationId: 'org',
  webhookId: 'hook',
  webhookTimestamp: now - 500,
  url: 'https://linear.app/example/issue/ENG-1',
  actor: { id: 'u1', type: 'user', name: 'Ana', email: 'a@example.com', url: 'https://linear.app/u1' },
  updatedFrom: { stateId: 's1', updatedAt: '2026-12-01T08:00:00.000Z' },
  data: {
    id: 'i1',
    identifier: 'ENG-1',
    title: 'A title',
    description: null,
    url: 'https://linear.app/example/issue/ENG-1',
    updatedAt: '2026-12-01T08:59:59.000Z',
    stateId: 's2',
    state: { id: 's2', name: 'In Progress', type: 'started', color: '#fff' },
    teamId: 't1',
    team: { id: 't1', key: 'ENG', name: 'Engineering' },
    labels: [{ id: 'l1', name: 'interface', color: '#fff', parentId: null }],
    labelIds: ['l1'],
  },
};

const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');
function delivery(body: unknown, headers: Record<string, string> = {}, key = secret): WebhookRequest {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    rawBody: Buffer.from(text),
    headers: { 'linear-signature': sign(text, key), 'linear-delivery': '8a5f0c1e-delivery', ...headers },
  };
}

describe('a webhook delivery', () => {
  test('signed by Linear is accepted with its content', () => {
    const verified = verifyWebhook(delivery(issueEvent), checks);

    expect(verified).toMatchObject({
      kind: 'accepted',
      deliveryId: '8a5f0c1e-delivery',
      stale: false,
      event: { kind: 'Issue', action: 'update', data: { identifier: 'ENG-1', state: { type: 'started' } } },
    });
    expect(verified.kind === 'accepted' && previousStateId(verified.event)).toBe('s1');
  });

  test('is signed the way the SDK checks it', () => {
    const { rawBody, headers } = delivery({ ...issueEvent, webhookTimestamp: Date.now() });

    expect(
      new LinearWebhookClient(secret).verify(Buffer.from(rawBody), String(headers['linear-signature'])),
    ).toBe(true);
  });

  test('may be signed with the old secret during a rotation', () => {
    const request = delivery(issueEvent, {}, 'lin_wh_old');

    expect(verifyWebhook(request, { ...checks, secrets: [secret, 'lin_wh_old'] }).kind).toBe('accepted');
    expect(verifyWebhook(request, checks)).toMatchObject({ kind: 'refused', status: 401, because: 'forged' });
  });

  test.each([
    ['without a signature', { 'linear-signature': '' }],
    ['with a short signature', { 'linear-signature': sign('x').slice(2) }],
    ['with a signature that is no hex', { 'linear-signature': 'z'.repeat(64) }],
  ])('%s is rejected before its body is parsed', (_case, headers) => {
    expect(verifyWebhook(delivery(issueEvent, headers), checks)).toMatchObject({
      status: 401,
      because: 'unsigned',
    });
  });

  test('with two signatures is rejected', () => {
    const { rawBody, headers } = delivery(issueEvent);
    const doubled = [String(headers['linear-signature']), String(headers['linear-signature'])];

    expect(verifyWebhook({ rawBody, headers: { 'linear-signature': doubled } }, checks)).toMatchObject({
      status: 401,
    });
  });

  test('that is truncated or altered anywhere is rejected', () => {
    const { rawBody, headers } = delivery(issueEvent);
    fc.assert(
      fc.property(fc.nat(rawBody.byteLength - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const altered = Buffer.from(rawBody);
        altered[place] = (altered[place] ?? 0) ^ change;
        expect(verifyWebhook({ rawBody: altered, headers }, checks)).toMatchObject({ because: 'forged' });
        expect(verifyWebhook({ rawBody: rawBody.subarray(0, place), headers }, checks).kind).toBe('refused');
      }),
    );
  });

  test('that is too large is rejected before its signature is computed', () => {
    const request = delivery(issueEvent, { 'linear-signature': 'not even looked at' });

    expect(verifyWebhook(request, { ...checks, maxBytes: 100 })).toMatchObject({
      status: 413,
      because: 'oversized',
    });
  });

  test.each([
    ['text', 'hello'],
    ['a list', '[]'],
    ['null', 'null'],
    ['JSON that ends early', '{"type":'],
  ])('that is signed but contains %s is rejected', (_case, body) => {
    expect(verifyWebhook(delivery(body), checks)).toMatchObject({ status: 400, because: 'not-json' });
  });

  test('that is not UTF-8 is rejected', () => {
    const rawBody = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    const signature = createHmac('sha256', secret).update(rawBody).digest('hex');

    expect(verifyWebhook({ rawBody, headers: { 'linear-signature': signature } }, checks)).toMatchObject({
      status: 400,
    });
  });

  test.each([
    ['a retry an hour later', -3_600_000, true],
    ['just outside the minute', -60_001, true],
    ['just inside the minute', -60_000, false],
    ['a clock that is ahead', 60_001, true],
  ])('%s is accepted, and marked stale: %s ms, %s', (_case, offset, stale) => {
    const verified = verifyWebhook(delivery({ ...issueEvent, webhookTimestamp: now + offset }), checks);

    expect(verified).toMatchObject({ kind: 'accepted', stale, event: { kind: 'Issue' } });
  });

  test('is not made fresh by a header, which is not signed', () => {
    const old = delivery(
      { ...issueEvent, webhookTimestamp: now - 3_600_000 },
      { 'linear-timestamp': String(now) },
    );

    expect(verifyWebhook(old, checks)).toMatchObject({ stale: true });
  });

  test('is identified by its delivery id, or by its body without one', () => {
    const body = JSON.stringify(issueEvent);
    const hash = createHash('sha256').update(body).digest('hex');
    const withoutId = delivery(body, { 'linear-delivery': '' });

    expect(verifyWebhook(withoutId, checks)).toMatchObject({ deliveryId: `sha256:${hash}`, bodyHash: hash });
    expect(verifyWebhook(delivery(body, { 'linear-delivery': 'a\nb' }), checks)).toMatchObject({
      deliveryId: `sha256:${hash}`,
    });
  });

  test('of another kind is accepted as unknown', () => {
    expect(verifyWebhook(delivery({ ...issueEvent, type: 'Reaction' }), checks)).toMatchObject({
      kind: 'accepted',
      event: { kind: 'unknown', type: 'Reaction', misfit: undefined },
    });
    expect(verifyWebhook(delivery({ ...issueEvent, type: 'toString' }), checks)).toMatchObject({
      event: { kind: 'unknown' },
    });
    expect(verifyWebhook(delivery({}), checks)).toMatchObject({
      event: { kind: 'unknown', type: undefined },
      stale: true,
    });
  });

  test('of a known kind with an unexpected shape is accepted as unknown, and says where', () => {
    const { state: _state, ...data } = issueEvent.data;

    expect(verifyWebhook(delivery({ ...issueEvent, data }), checks)).toMatchObject({
      event: { kind: 'unknown', type: 'Issue', misfit: 'data.state' },
    });
  });

  test.each([[[]], [['']], [[secret, '']]])('is not checked against the secrets %j', (secrets) => {
    expect(() => verifyWebhook(delivery(issueEvent), { ...checks, secrets })).toThrow(
      'LINEAR_WEBHOOK_SECRET',
    );
  });
});
