import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beginRecord, recordEvent, type RecordEvent } from '@uat/record';
import { answered, failed, header, ineligible, passed, plan, planned, timed } from '@uat/record/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { generateReport } from './generate-report.ts';
import { labelResults } from './label-results.ts';
import { resultKey } from './labelled-result.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-label-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const [kept, broken, denied] = [
  'authnz/sign-in#kept',
  'authnz/sign-in#broken',
  'authnz/sign-in#denied',
] as const;
const links = [{ type: 'issue', name: 'ENG-1', url: 'https://example.com/ENG-1' }];
const parameters = [{ name: 'tokens per second', value: '41' }];
const steps = [{ name: 'admin asks GET /api/models', status: 'passed', steps: [] }];

const judged: RecordEvent[] = [
  {
    ...plan(
      planned(kept, { aliases: ['authnz/login#first', 'authnz/login#second'] }),
      planned(broken, { catches: ['A4', 'A5'] }),
      planned(denied),
    ),
    areaTitles: { authnz: 'Who may do what' },
  },
  {
    ...{ event: 'target', name: 'staging', url: 'http://t', version: null, contractVersion: null },
    ...{ capabilities: [], grants: [], faults: ['A5'] },
  },
  passed(kept),
  failed(broken),
  answered(broken, 'up'),
  ineligible(denied, 'grant:policy', 'no grant'),
];

/**
 * A run's folder as it is when the run has ended: its record, and a result of each test as allure-playwright writes it.
 */
function runFolder(events: RecordEvent[] = judged): string {
  const folder = mkdtempSync(path.join(scratch, 'run-'));
  beginRecord(folder, header);
  recordEvent(folder, ...timed(events), { event: 'ended', at: header.startedAt });
  mkdirSync(path.join(folder, 'allure-results'));
  for (const [id, status] of [
    [kept, 'passed'],
    [broken, 'failed'],
    [denied, 'skipped'],
  ] as const)
    write(folder, id, { status });
  return folder;
}

const fileOf = (folder: string, id: string) =>
  path.join(folder, 'allure-results', `${id.split('#')[1]}-result.json`);

function write(folder: string, id: string, change: { status: string; labels?: object[] }): void {
  const labels = [
    { name: 'role', value: 'admin' },
    { name: 'tag', value: 'ENG-1' },
  ];
  const about = { uuid: id.slice(-6), name: id, fullName: id, testCaseId: resultKey(id), stage: 'finished' };
  const times = { start: 1_700_000_000_000, stop: 1_700_000_001_000 };
  const raw = { ...about, ...times, labels, links, steps, parameters, attachments: [], ...change };
  writeFileSync(fileOf(folder, id), JSON.stringify(raw));
}

interface Result {
  testCaseId: string;
  historyId: string;
  status: string;
  labels: { name: string; value: string }[];
  links: object[];
  parameters: object[];
  steps: object[];
}

const read = (folder: string, id: string) => JSON.parse(readFileSync(fileOf(folder, id), 'utf8')) as Result;
const labelsOf = (folder: string, id: string) =>
  read(folder, id).labels.map(({ name, value }) => `${name}=${value}`);
const all = (folder: string) => [kept, broken, denied].map((id) => readFileSync(fileOf(folder, id), 'utf8'));

describe('results of a run that is judged', () => {
  const folder = runFolder();
  labelResults(folder);

  test('say where a test belongs, beside what was written while it ran', () => {
    expect(labelsOf(folder, kept)).toEqual([
      'role=admin',
      'tag=ENG-1',
      'epic=Who may do what',
      'feature=sign in',
      'target=staging',
    ]);
    expect(read(folder, kept)).toMatchObject({ status: 'passed', links, steps });
  });

  test('name the cause of a failure, and its seeded fault', () => {
    expect(labelsOf(folder, broken)).toEqual(expect.arrayContaining(['class=product', 'known issue=A5']));
    expect(labelsOf(folder, broken)).not.toContain('known issue=A4');
  });

  test('say what was missing where a test could not be judged', () => {
    expect(labelsOf(folder, denied)).toEqual(
      expect.arrayContaining(['outcome=notEligible', 'missing=grant:policy']),
    );
  });

  test('have the first id of a test as the key of its history', () => {
    const [first, own] = [resultKey('authnz/login#first'), resultKey(broken)];

    expect(read(folder, kept)).toMatchObject({ testCaseId: first, historyId: first });
    expect(read(folder, broken)).toMatchObject({ testCaseId: own, historyId: own });
  });

  test('keep what was measured out of that key', () => {
    expect(read(folder, kept).parameters).toEqual([
      { name: 'tokens per second', value: '41', excluded: true },
    ]);
  });

  test('stay as they are when they are labelled again, here or elsewhere', () => {
    const before = all(folder);
    const moved = path.join(scratch, 'elsewhere', 'moved');
    cpSync(folder, moved, { recursive: true });

    labelResults(folder);
    labelResults(moved);

    expect(all(folder)).toEqual(before);
    expect(all(moved)).toEqual(before);
    expect(readdirSync(path.join(folder, 'allure-results')).toSorted()).toEqual(
      [kept, broken, denied].map((id) => path.basename(fileOf(folder, id))).toSorted(),
    );
  });
});

test('a record that says something else by now changes the labels, and takes the old report away', () => {
  const folder = runFolder();
  labelResults(folder);
  mkdirSync(path.join(folder, 'allure-report'));

  labelResults(folder);
  expect(existsSync(path.join(folder, 'allure-report'))).toBe(true);

  rmSync(path.join(folder, 'events.ndjson'));
  recordEvent(folder, ...timed(judged.filter(({ event }) => event !== 'probe')), answered(broken, 'down'));
  labelResults(folder);

  expect(labelsOf(folder, broken)).toContain('class=infrastructure');
  expect(existsSync(path.join(folder, 'allure-report'))).toBe(false);
});

test('a test that passed when it was tried again is flaky', () => {
  const folder = runFolder([plan(planned(broken)), failed(broken), passed(broken, { index: 1 })]);
  labelResults(folder);

  expect(labelsOf(folder, broken)).toContain('outcome=flaky');
});

test('two tests of which one has a former id of the other stay two', () => {
  const folder = runFolder([
    plan(planned(kept, { aliases: [broken] }), planned(broken)),
    passed(kept),
    passed(broken),
  ]);
  labelResults(folder);

  expect(read(folder, kept).historyId).toBe(resultKey(kept));
  expect(read(folder, broken).historyId).toBe(resultKey(broken));
});

test('labels of an older run are replaced, not doubled', () => {
  const folder = runFolder();
  write(folder, kept, { status: 'passed', labels: [{ name: 'epic', value: 'authnz' }] });

  labelResults(folder);

  expect(labelsOf(folder, kept)).toEqual(['epic=Who may do what', 'feature=sign in', 'target=staging']);
});

test('what is no result, or is of a test that was not planned, is left as it is', () => {
  const folder = runFolder();
  writeFileSync(fileOf(folder, denied), 'left out: it contains a secret');
  write(folder, 'authnz/sign-in#stray', { status: 'passed' });
  const stray = read(folder, 'authnz/sign-in#stray');

  labelResults(folder);

  expect(readFileSync(fileOf(folder, denied), 'utf8')).toBe('left out: it contains a secret');
  expect(read(folder, 'authnz/sign-in#stray')).toEqual(stray);
});

test('a folder without results needs no record', () => {
  expect(() => labelResults(mkdtempSync(path.join(scratch, 'run-')))).not.toThrow();
});

test('results without a record are a matter of configuration', () => {
  const folder = runFolder();
  rmSync(path.join(folder, 'run.json'));

  expect(() => labelResults(folder)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: expect.stringContaining('is not the folder of a run'),
    }),
  );
});

test('a report that is made elsewhere from the same folder tells the same', async () => {
  const folder = runFolder();
  const moved = path.join(scratch, 'of', 'another', 'machine');
  cpSync(folder, moved, { recursive: true });

  const told = await Promise.all(
    [folder, moved].map(async (one) => {
      labelResults(one);
      return resultsIn(await generateReport(one));
    }),
  );

  expect(told[0]).toHaveLength(3);
  expect(told[0]).toEqual(told[1]);
  expect(told[0]).toContainEqual(
    expect.objectContaining({
      status: 'failed',
      links: [expect.objectContaining(links[0])],
      labels: expect.arrayContaining([{ name: 'class', value: 'product' }]),
      steps: [expect.objectContaining({ name: steps[0]?.name })],
    }),
  );
}, 60_000);

/** What a page tells of each test, but for its number: Allure counts results as it happens to read them. */
function resultsIn(page: string): unknown[] {
  const data = readFileSync(page, 'utf8').matchAll(/"data\/test-results\/[^"]+","(?<json>[^"]+)"/g);
  return Array.from(data, ({ groups }) => {
    // The data stands in the page as base64.
    const result = JSON.parse(Buffer.from(groups?.['json'] ?? '', 'base64').toString()) as object;
    return { ...result, order: undefined };
  }).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
