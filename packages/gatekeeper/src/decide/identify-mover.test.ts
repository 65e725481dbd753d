import { expect, test } from 'vitest';
import { type MoveEvidence, identifyMover } from './identify-mover.ts';

const at = Date.parse('2026-12-14T09:00:00Z');
const ana = { kind: 'person', id: 'ana', name: 'Ana' } as const;
const signs: MoveEvidence = {
  by: ana,
  at,
  selfId: 'gate',
  attachments: [],
  companions: 0,
  undoneAt: undefined,
};
const linked = (sourceType: string, secondsAgo: number): MoveEvidence['attachments'][number] => ({
  id: 'a',
  title: 'x',
  subtitle: undefined,
  url: 'https://example.org/1',
  sourceType,
  metadata: {},
  updatedAt: new Date(at - secondsAgo * 1_000).toISOString(),
});

test.each([
  ['a person', 'person', {}],
  ['a person who linked a mock to the ticket', 'person', { attachments: [linked('figma', 1)] }],
  ['a person an hour after a pull request', 'person', { attachments: [linked('github', 3_600)] }],
  ['a pull request that was linked just before', 'git', { attachments: [linked('github', 2)] }],
  ['several cards at once', 'git', { companions: 2 }],
  [
    'the bot of a code host',
    'git',
    { by: { kind: 'bot', id: 'x', type: 'gitlab', subType: undefined, name: 'GitLab' } },
  ],
  [
    'an automation of Linear',
    'automation',
    { by: { kind: 'bot', id: 'w', type: 'workflow', subType: undefined, name: undefined } },
  ],
  ['another app', 'automation', { by: { kind: 'app', id: 'other', name: 'Other' } }],
  ['the gate itself', 'gate', { by: { kind: 'app', id: 'gate', name: 'Gate' } }],
  ['the person whose API key the gate has', 'person', { by: { kind: 'person', id: 'gate', name: 'Ana' } }],
  ['a card that is moved again at once', 'automation', { undoneAt: at - 5_000 }],
  ['a card that is moved again after a while', 'person', { undoneAt: at - 60_000 }],
  ['a deleted account', 'unknown', { by: { kind: 'unknown' } }],
] as [string, string, Partial<MoveEvidence>][])('%s is recognised as %s', (_name, kind, more) => {
  expect(identifyMover({ ...signs, ...more }).kind).toBe(kind);
});
