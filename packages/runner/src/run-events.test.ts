import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readEvents, recordEvent, type RunEvent } from './run-events.ts';
import { answered, failed, judged, plan, planned } from './testing/events.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-events-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const events: RunEvent[] = [
  plan(planned('a'), planned('b')),
  judged('a', 'passed'),
  failed('b', { error: 'a line\nand another', blame: 'configuration' }),
  answered('b', 'up'),
  { event: 'error', id: 'error 1', message: 'a worker died', loading: false },
  { event: 'end', status: 'failed' },
];

function recorded(): string {
  const folder = mkdtempSync(path.join(scratch, 'run-'));
  for (const event of events) recordEvent(folder, event);
  return folder;
}

test('events come back in order and whole', () => {
  expect(readEvents(recorded())).toEqual(events);
});

test('a folder without events has none', () => {
  expect(readEvents(mkdtempSync(path.join(scratch, 'run-')))).toEqual([]);
});

test.each(['{"event":"judged","id":"c","outco', '{"event":"end","status":"passed"}', '{'])(
  'a last line that was cut off is left out: %s',
  (torn) => {
    const folder = recorded();
    appendFileSync(path.join(folder, 'events.ndjson'), torn);

    expect(readEvents(folder)).toEqual(events);
  },
);

test.each(['{"event":"judged","id":"c","outcome":"green"}', 'no JSON', '{"event":"judged"{"event":"end"}'])(
  'a whole line that cannot be read becomes an error, and the rest is kept: %s',
  (line) => {
    const folder = recorded();
    appendFileSync(path.join(folder, 'events.ndjson'), `${line}\n`);
    recordEvent(folder, answered('a', 'up'));

    expect(readEvents(folder)).toEqual([
      ...events,
      answered('a', 'up'),
      {
        event: 'error',
        id: 'line 7',
        message: `line 7 of ${path.join(folder, 'events.ndjson')} cannot be read`,
        loading: false,
      },
    ]);
  },
);
