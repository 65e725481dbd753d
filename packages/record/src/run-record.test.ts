import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rmSync } from 'node:fs';
import { ended, header, passed, plan, planned } from './testing/index.ts';
import { fold } from './fold.ts';
import { judge } from './judge/judge.ts';
import { beginRecord, readRecord, recordEvent } from './run-record.ts';

const a = 'authnz/sign-in#a';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'record-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

/** A folder with the record of a run that kept its promise. */
function recorded(): string {
  const made = folder();
  beginRecord(made, header);
  recordEvent(made, plan(planned(a)), passed(a), ended);
  return made;
}

const judged = (where: string) => judge(fold(readRecord(where)));

test('a record is read as it was written', () => {
  expect(readRecord(recorded())).toEqual({ header, events: [plan(planned(a)), passed(a), ended] });
});

test('a last line that a crash cut off is left out, and a run that lacks its end is never green', () => {
  const where = folder();
  beginRecord(where, header);
  recordEvent(where, plan(planned(a)), passed(a));
  appendFileSync(path.join(where, 'events.ndjson'), '{"event":"ended","at":"2026-');

  expect(judged(where)).toMatchObject({ kind: 'infrastructure', counts: { passed: 1 } });
});

test('a line in the middle that cannot be read is told, is never green, and stays as it is', () => {
  const where = recorded();
  const file = path.join(where, 'events.ndjson');
  const torn = readFileSync(file, 'utf8').replace('"attempt"', '"attem');
  writeFileSync(file, torn);

  expect(judged(where)).toMatchObject({
    kind: 'infrastructure',
    trouble: expect.arrayContaining(['line 2 of events.ndjson cannot be read']),
  });
  expect(readFileSync(file, 'utf8')).toBe(torn);
});

test.each([
  { what: 'no record', text: undefined, says: /is not the folder of a run/ },
  { what: 'half a header', text: '{"schemaVersion":1,', says: /is not the header of a run/ },
  { what: 'a header without a run', text: '{"schemaVersion":1}', says: /is not the header of a run.*runId/s },
  {
    what: 'a newer version',
    text: JSON.stringify({ ...header, schemaVersion: 7 }),
    says: /has version 7, and this uat reads versions up to 1/,
  },
  {
    what: 'a request with an unknown field',
    text: JSON.stringify({ ...header, request: { speed: 'high' } }),
    says: /speed/,
  },
])('$what is a matter of configuration, with a sentence', ({ text, says }) => {
  const where = folder();
  if (text !== undefined) writeFileSync(path.join(where, 'run.json'), text);

  expect(() => readRecord(where)).toThrow(
    expect.objectContaining({ kind: 'configuration', message: expect.stringMatching(says) }),
  );
});
