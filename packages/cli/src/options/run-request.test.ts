import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { expect, test } from 'vitest';
import type { RunOptions } from './options.ts';
import { lenientRequest, runRequest } from './run-request.ts';

test('options become a request, and those that decide only how a run is shown do not', () => {
  const options: RunOptions = {
    ...{ areas: ['authnz'], ticket: ['ENG-2861'], fault: ['A4'], grant: ['tokens'], grep: 'a token' },
    ...{ workers: '2', maxFailures: '0', rest: ['--repeat-each', '3'], report: false, open: true },
  };

  expect(runRequest(options, {})).toEqual({
    ...{ areas: ['authnz'], tickets: ['ENG-2861'], faults: ['A4'], grants: ['tokens'], grep: 'a token' },
    ...{ workers: 2, maxFailures: 0, playwright: ['--repeat-each', '3'] },
  });
  expect(runRequest({}, {})).toEqual({});
  expect(runRequest({}, { UAT_TARGET: 'staging' })).toEqual({ target: 'staging' });
});

test('of options that cannot be understood, the others are kept', () => {
  const options: RunOptions = { areas: ['authnz'], workers: 'many', out: '/tmp/run' };

  expect(() => runRequest(options, {})).toThrow(expect.objectContaining({ kind: 'configuration' }));
  expect(lenientRequest(options, {})).toEqual({ areas: ['authnz'], out: '/tmp/run' });
});

/** The path of a request file. */
function requestFile(text: string): string {
  const file = path.join(temporaryFolder(), 'request.json');
  writeFileSync(file, text);
  return file;
}

test('a request file is the request', () => {
  const request = requestFile('{"areas":["authnz"],"only":["authnz/tokens#a"],"quiet":true}');

  expect(runRequest({ request, report: false }, { UAT_TARGET: 'staging' })).toEqual({
    ...{ areas: ['authnz'], only: ['authnz/tokens#a'], quiet: true },
  });
});

test.each([
  { what: 'an unknown field', text: '{"area":["authnz"]}', says: /is not a request for a run.*"area"/s },
  { what: 'a wrong type', text: '{"workers":"2"}', says: /is not a request for a run.*workers/s },
  { what: 'no object', text: '[]', says: /is not a request for a run/ },
  { what: 'no JSON', text: '{', says: /cannot be read/ },
])('a request file with $what is refused', ({ text, says }) => {
  expect(() => runRequest({ request: requestFile(text) }, {})).toThrow(
    expect.objectContaining({ kind: 'configuration', message: expect.stringMatching(says) }),
  );
});

test('a request file that is not there, or stands beside options, is refused', () => {
  expect(() => runRequest({ request: '/nowhere.json' }, {})).toThrow('/nowhere.json cannot be read');
  const request = requestFile('{}');
  expect(() => runRequest({ request, areas: ['authnz'], workers: '2' }, {})).toThrow(
    'leave out authnz, workers',
  );
  expect(() => runRequest({ request, lane: 'cd' }, {})).toThrow('leave out lane');
});
