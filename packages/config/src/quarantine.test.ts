import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readQuarantine } from './quarantine.ts';
import { uatConfigSchema } from './schema.ts';

const root = mkdtempSync(path.join(tmpdir(), 'uat-quarantine-'));
const file = path.join(root, 'quarantine.yaml');
afterAll(() => rmSync(root, { recursive: true }));

const config = {
  ...uatConfigSchema.parse({
    areas: { authnz: { title: 'Authentication' } },
    targets: {},
    lanes: { local: {}, cd: {}, nightly: {} },
    tickets: { pattern: /ENG-\d+/, url: 'https://tickets.test/%s' },
  }),
  root,
};
const read = (text: string) => {
  writeFileSync(file, text);
  return readQuarantine(config, new Date('2026-11-22T18:31:07Z'));
};

const entry = `- test: authnz/sign-in#a-user-signs-in
  ticket: ENG-9
  reason: fails one time in ten
  owner: ada
  lane: cd
  expires: 2026-12-22
`;

describe('quarantine.yaml', () => {
  test('is a list of entries', async () => {
    expect(await read(entry)).toEqual([
      {
        ...{ test: 'authnz/sign-in#a-user-signs-in', ticket: 'ENG-9', reason: 'fails one time in ten' },
        ...{ owner: 'ada', lane: 'cd', expires: '2026-12-22' },
      },
    ]);
  });

  test('may be absent, empty, or hold an entry that has ended', async () => {
    rmSync(file, { force: true });
    expect(await readQuarantine(config)).toEqual([]);
    expect(await read('')).toEqual([]);
    expect(await read('# nothing now\n[]\n')).toEqual([]);
    expect(await read(entry.replace('2026-12-22', '2026-11-01'))).toHaveLength(1);
    const ended = ['a', 'b', 'c', 'd', 'e', 'f']
      .map((name) => entry.replace('a-user-signs-in', name))
      .join('');
    expect(await read(ended.replaceAll('2026-12-22', '2026-11-01'))).toHaveLength(6);
  });

  test.each([
    { what: 'a field too many', text: `${entry}  note: x\n`, says: /line 1, entry 1: .*note/ },
    { what: 'no owner', text: entry.replace('  owner: ada\n', ''), says: /line 1, entry 1, owner: / },
    {
      what: 'an empty reason',
      text: entry.replace('fails one time in ten', "''"),
      says: /line 3, entry 1, reason: /,
    },
    {
      what: 'no id of a test',
      text: entry.replace('authnz/sign-in#a-user', 'a user'),
      says: /line 1, entry 1, test: expected the id/,
    },
    {
      what: 'more entries than its area may have',
      text: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => entry.replace('a-user-signs-in', name)).join(''),
      says: /authnz in lane cd has 6 entries, and at most 5 are allowed/,
    },
    {
      what: 'an unknown area',
      text: entry.replace('authnz/', 'authz/'),
      says: /line 1, entry 1, test: there is no area 'authz'/,
    },
    {
      what: 'another kind of ticket',
      text: entry.replace('ENG-9', 'soon'),
      says: /line 2, entry 1, ticket: 'soon' is not a ticket/,
    },
    {
      what: 'an unknown lane',
      text: entry.replace('lane: cd', 'lane: dev'),
      says: /line 5, entry 1, lane: /,
    },
    {
      what: 'no day',
      text: entry.replace('2026-12-22', 'never'),
      says: /line 6, entry 1, expires: expected a day/,
    },
    {
      what: 'a day that is not in the calendar',
      text: entry.replace('2026-12-22', '2026-11-31'),
      says: /line 6, entry 1, expires: expected a day/,
    },
    {
      what: 'more than 30 days',
      text: entry.replace('2026-12-22', '2026-12-23'),
      says: /line 6, entry 1, expires: at most 30 days ahead: 2026-12-22/,
    },
    {
      what: 'the second of two that are alike',
      text: entry + entry,
      says: /line 7, entry 2: .* is listed already/,
    },
    { what: 'an entry that is a word', text: `${entry}- authnz\n`, says: /line 7, entry 2: / },
    { what: 'no list', text: 'entries: []\n', says: /line 1, expected a list of entries: / },
    { what: 'no YAML', text: '- test: [\n', says: /cannot be read: .* at line 2/ },
  ])('with $what is refused, with the place', async ({ text, says }) => {
    await expect(read(text)).rejects.toMatchObject({ exitCode: 2, message: expect.stringMatching(says) });
  });

  test('that is a folder is refused', async () => {
    rmSync(file);
    mkdirSync(file);
    await expect(readQuarantine(config)).rejects.toMatchObject({ exitCode: 2 });
  });
});
