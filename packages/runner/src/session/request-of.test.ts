import { expect, test } from 'vitest';
import { requestOf } from './request-of.ts';

test('what was asked for is kept, and what decides only how a run is shown is not', () => {
  const options = {
    ...{ areas: ['authnz'], ticket: ['ENG-2861'], regress: ['A4'], grant: ['tokens'], grep: 'a token' },
    ...{ out: '/tmp/run', report: false, open: true, headed: true },
  };

  expect(requestOf(options, {})).toEqual({
    ...{ areas: ['authnz'], tickets: ['ENG-2861'], faults: ['A4'], grants: ['tokens'], grep: 'a token' },
  });
  expect(requestOf({}, {})).toEqual({});
});

test.each([
  { what: 'a name', target: 'staging', kept: 'staging' },
  { what: 'a URL as it was written', target: 'https://kamiwaza.test/api', kept: 'https://kamiwaza.test/api' },
  {
    what: 'a URL without its password',
    target: 'https://admin:hunter2@kamiwaza.test',
    kept: 'https://kamiwaza.test/',
  },
  { what: 'nothing of what may be a password', target: 'admin:hunter2@kamiwaza', kept: 'unknown' },
])('the target is $what', ({ target, kept }) => {
  expect(requestOf({ target }, {})).toEqual({ target: kept });
  expect(requestOf({}, { UAT_TARGET: target })).toEqual({ target: kept });
});
