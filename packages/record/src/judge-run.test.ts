import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Symptom } from '@uat/config';
import { temporaryFolder } from '@uat/testing';
import { expect, test } from 'vitest';
import { judgeRun } from './judge-run.ts';
import { beginRecord, recordEvent } from './run-record.ts';
import type { RecordEvent } from './schema.ts';
import {
  answered,
  diagnostic,
  ended,
  failed,
  header,
  passed,
  plan,
  planned,
  policy,
} from './testing/index.ts';

const [a, b] = ['authnz/sign-in#a', 'authnz/sign-in#b'];

function runWith(...events: RecordEvent[]): string {
  const folder = temporaryFolder();
  beginRecord(folder, header);
  recordEvent(folder, ...events, ended);
  return folder;
}

const symptoms: Symptom[] = [
  { label: 'wrong-status', pattern: '/got \\d+/', in: ['errors'] },
  {
    label: 'out-of-memory',
    pattern: 'CUDA out of memory',
    in: ['logs'],
    ticket: 'ENG-9',
    class: 'infrastructure',
  },
  { label: 'disk-full', pattern: 'No space left' },
];

function runWithLogs(recorded: Symptom[] = []): string {
  const folder = runWith(
    { ...policy(), symptoms: recorded },
    plan(planned(a), planned(b)),
    failed(a, { attachments: ['attachments/engine.log', 'attachments/trace.zip', '../secret.log'] }),
    answered(a, 'up'),
    passed(b),
  );
  mkdirSync(path.join(folder, 'attachments'));
  writeFileSync(path.join(folder, 'attachments', 'engine.log'), 'RuntimeError: CUDA out of memory\n');
  writeFileSync(path.join(folder, 'platform.log'), 'write: No space left on device\n');
  return folder;
}

test('failures are labelled by their errors and logs, the run by its journals, and no exit code changes', async () => {
  const { verdict } = await judgeRun(runWithLogs(symptoms));

  expect(verdict).toMatchObject({ kind: 'regression', exitCode: 1, labels: ['disk-full'] });
  expect(verdict.failures).toMatchObject([
    { class: 'known', cause: 'product', confidence: 'medium', labels: ['wrong-status', 'out-of-memory'] },
  ]);
  expect(verdict.failures[0]?.evidence).toContain(
    'it shows the symptom out-of-memory (ENG-9), which suggests infrastructure',
  );
});

test('symptoms that are given replace the recorded ones, and labels are made anew each time', async () => {
  const folder = runWithLogs(symptoms);

  const none = await judgeRun(folder, []);
  const again = await judgeRun(folder);
  const twice = await judgeRun(folder);

  expect(none.verdict.failures).toMatchObject([{ class: 'product', labels: [] }]);
  expect(twice.verdict).toEqual(again.verdict);
  expect(again.verdict.failures[0]?.labels).toEqual(['wrong-status', 'out-of-memory']);
});

test('only the end of a large log is searched, and an error outside the tests labels the run', async () => {
  const folder = runWith(
    plan(planned(a)),
    failed(a, { attachments: ['long.log'] }),
    answered(a, 'up'),
    diagnostic('infrastructure', 'No space left on device'),
  );
  writeFileSync(path.join(folder, 'long.log'), 'CUDA out of memory\n');
  appendFileSync(path.join(folder, 'long.log'), 'x'.repeat(300_000));

  const { verdict } = await judgeRun(folder, symptoms);

  expect(verdict.failures[0]?.labels).toEqual(['wrong-status']);
  expect(verdict.labels).toEqual(['disk-full']);
});
