import { describe, expect, test } from 'vitest';
import type { Member, Team, Webhook } from '@uat/linear';
import { checkOwners, checkPolicy } from './check-files.ts';
import { checkAddress, checkTraces } from './check-service.ts';
import { checkWebhook } from './check-webhook.ts';
import { checkBudget, checkLabel, checkPeople, checkTeams } from './check-workspace.ts';

const now = Date.parse('2026-12-14T09:00:00Z');
const minute = 60_000;

const policy = (mode: string, changed: string) => `version: 1
since: '2026-12-01'
work: { interface: {}, contract: {}, other: {} }
rules:
  - { id: dod, at: entry, require: dod, mode: ${mode}, changed: '${changed}', fix: Write it. }
`;

describe('the policy', () => {
  test.each([
    [
      'is taken',
      policy('enforce', '2026-12-02'),
      undefined,
      { state: 'ok', found: '1 rules, since 2026-12-01' },
    ],
    [
      'is not taken when it is stricter and does not say since when',
      policy('enforce', '2026-12-02'),
      policy('advise', '2026-12-02'),
      { state: 'failed', exitCode: 1, found: expect.stringContaining("The rule 'dod' was changed") },
    ],
    [
      'is not taken with a typo',
      policy('enforced', '2026-12-02'),
      undefined,
      { state: 'failed', exitCode: 1, found: expect.stringContaining("Did you mean 'enforce'?") },
    ],
  ])('%s', (_name, text, stored, check) => {
    expect(checkPolicy({ text }, stored)).toMatchObject(check);
  });
});

test('owners that do not match the suites are named', () => {
  const text = `version: 1
people: [Daniel]
teams: [platform team]
areas:
  smoke: { surrogate: Daniel, lead: Daniel, dri: platform team, deciders: [Daniel] }
`;

  expect(checkOwners({ text }, { smoke: [] })).toMatchObject({ state: 'ok', found: 'smoke' });
  expect(checkOwners({ text }, { smoke: [], authnz: [] })).toMatchObject({
    state: 'missing',
    found: "The area 'authnz' has no owner in owners.yaml.",
  });
});

test('people are found among the members; a name that matches two members is ambiguous', () => {
  const member = (name: string): Member => ({
    id: name,
    name,
    displayName: name.toLowerCase(),
    url: `https://linear.app/x/profiles/${name}`,
    active: true,
    app: false,
  });
  const owners = { version: 1 as const, people: ['Daniel', 'Matt', 'Preston'], teams: ['leads'], areas: {} };

  const [people, teams] = checkPeople(owners, [member('Daniel A'), member('Matt B'), member('Matt C')]);

  expect(people).toMatchObject({
    state: 'missing',
    found: 'Matt fits Matt B and Matt C; Preston matches no member',
  });
  expect(teams).toMatchObject({ state: 'ok', found: expect.stringContaining('leads') });
});

test('a team without a state before work is named, and a token without teams is useless', () => {
  const team = (key: string, type: string): Team => ({
    id: key,
    key,
    name: key,
    states: [{ id: '1', name: 'One', type }],
    activeCycle: undefined,
  });

  expect(checkTeams([team('ENG', 'backlog')])).toMatchObject({ state: 'ok' });
  expect(checkTeams([team('ENG', 'triage'), team('OPS', 'started')])).toMatchObject({
    state: 'missing',
    found: 'ENG, OPS; OPS without a state before work',
  });
  expect(checkTeams([])).toMatchObject({ state: 'failed', exitCode: 1 });
});

test('a label that is configured but missing breaks its automation', () => {
  expect(checkLabel(undefined, undefined)).toMatchObject({ state: 'missing' });
  expect(checkLabel('intent-ok', 'id')).toMatchObject({ state: 'ok' });
  expect(checkLabel('intent-ok', undefined)).toMatchObject({ state: 'failed', exitCode: 1 });
});

test('a budget below its reserve is reported, with its reset time', () => {
  const left = (remaining: number) => ({
    requests: { limit: 5_000, remaining, resetAt: now },
    complexity: { limit: 2_000_000, remaining: 2_000_000, resetAt: now },
    endpoints: {},
    inFlight: 0,
    breaker: { kind: 'closed' as const },
  });

  expect(checkBudget(left(4_000))).toMatchObject({
    state: 'ok',
    found: '4,000 of 5,000 requests and 2,000,000 of 2,000,000 points left',
  });
  expect(checkBudget(left(900))).toMatchObject({
    state: 'missing',
    todo: expect.stringContaining('09:00 UTC'),
  });
});

test('a service that stopped scanning is recognised', () => {
  const traces = {
    lastWebhookAt: now - 3 * minute,
    lastScanAt: now - 4 * minute,
    deadLetters: 0,
    waiting: 0,
  };

  expect(checkTraces(traces, now).map(({ state, found }) => `${state}: ${found}`)).toEqual([
    'ok: 4 minutes ago',
    'ok: 3 minutes ago',
    'ok: 0 to judge, 0 that could not be written to Linear',
  ]);
  expect(
    checkTraces({ ...traces, lastScanAt: now - 120 * minute, lastWebhookAt: undefined, deadLetters: 2 }, now),
  ).toMatchObject([
    { state: 'failed', found: '2 hours ago', exitCode: 1 },
    { state: 'missing', found: 'no webhook has arrived yet' },
    { state: 'missing', found: '0 to judge, 2 that could not be written to Linear' },
  ]);
});

test.each([
  [undefined, undefined, 'missing', 'PUBLIC_URL is not set'],
  ['http://gate.example.com', { status: 200, text: 'ready' }, 'failed', 'is not https'],
  ['https://gate.example.com', { status: 200, text: 'ready' }, 'ok', 'is ready'],
  [
    'https://gate.example.com',
    { status: 503, text: 'no disk' },
    'failed',
    '/readyz answers HTTP 503: no disk',
  ],
  ['https://gate.example.com', { status: undefined, text: 'refused' }, 'failed', 'does not answer: refused'],
])('the address %s that responds with %o', (url, readiness, state, found) => {
  expect(checkAddress(url, readiness)).toMatchObject({ state, found: expect.stringContaining(found) });
});

describe('the webhook', () => {
  const publicUrl = 'https://gate.example.com';
  const webhook: Webhook = {
    id: '1',
    url: `${publicUrl}/webhooks/linear`,
    enabled: true,
    resourceTypes: ['Issue', 'Comment', 'Attachment', 'Document', 'IssueSLA'],
    failures: [],
  };
  const failure = { createdAt: '2026-12-14T08:00:00Z', httpStatus: 502 };

  test.each<[string, Partial<Webhook>, object]>([
    ['is enabled', {}, { state: 'ok' }],
    [
      'goes elsewhere',
      { url: 'https://other.example.com' },
      { state: 'failed', found: expect.stringContaining('none of 1') },
    ],
    ['may be one of an app', { url: null }, { state: 'missing' }],
    ['is switched off', { enabled: false }, { state: 'failed', found: 'it is switched off' }],
    [
      'lacks events',
      { resourceTypes: ['Issue', 'Comment'] },
      { found: 'it does not send Attachments, Documents, Issue SLA' },
    ],
    [
      'fails',
      { failures: [failure, { createdAt: '2026-12-01T00:00:00Z' }] },
      {
        state: 'missing',
        found: expect.stringContaining('within a day: 1, the last with HTTP 502 at 2026-12-14 08:00'),
      },
    ],
  ])('%s', (_name, is, check) => {
    expect(
      checkWebhook({ kind: 'webhooks', webhooks: [{ ...webhook, ...is }] }, publicUrl, now),
    ).toMatchObject(check);
  });

  test('that cannot be listed is not reported as present', () => {
    const seen = { kind: 'hidden' as const, because: 'an app cannot list webhooks' };

    expect(checkWebhook(seen, publicUrl, now)).toMatchObject({
      state: 'missing',
      found: 'an app cannot list webhooks',
      todo: expect.stringContaining(
        'Issues, Comments, Attachments, Documents, Issue SLA to https://gate.example.com/webhooks/linear',
      ),
    });
  });
});
