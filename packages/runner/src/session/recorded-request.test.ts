import { expect, test } from 'vitest';
import { recordedRequest } from './recorded-request.ts';

test('what decides only where a run is kept, and how it is shown, is not recorded', () => {
  expect(
    recordedRequest({
      areas: ['authnz'],
      workers: 2,
      out: '/tmp/run',
      aside: true,
      headed: true,
      quiet: true,
    }),
  ).toEqual({ areas: ['authnz'], workers: 2 });
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
  expect(recordedRequest({ target })).toEqual({ target: kept });
});
