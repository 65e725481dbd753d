import { resultsOf } from '@uat/history/testing';
import { expect, test } from 'vitest';
import { pastRuns } from '../order/past-runs.ts';
import { repetitions } from './repetitions.ts';

const named = (id: string, { area = 'authnz', capability = 'tokens' } = {}) => ({ id, area, capability });
const old = Array.from({ length: 9 }, (_, index) => named(`old-${index}`));
const pastWith = (seconds: number) =>
  pastRuns(old.flatMap(({ id }) => resultsOf('PPP', { test: id, seconds })));

test.each([
  { seconds: 5, times: 10 },
  { seconds: 10, times: 5 },
  { seconds: 30, times: 3 },
  { seconds: 300, times: 2 },
])('a new test whose capability takes $seconds s runs $times times', ({ seconds, times }) => {
  expect(repetitions([...old, named('new')], pastWith(seconds)).tests).toEqual([
    { id: 'new', times, reason: `new, takes about ${seconds} s` },
  ]);
});

test('a test of more than five minutes runs once', () => {
  expect(repetitions([...old, named('new')], pastWith(301))).toEqual({ tests: [], off: [] });
});

test('a changed test is repeated by its own duration, with the reason', () => {
  const changed = new Map([['old-3', 'suites/authnz/tokens.spec.ts changed']]);

  expect(repetitions(old, pastWith(7), changed).tests).toEqual([
    { id: 'old-3', times: 5, reason: 'suites/authnz/tokens.spec.ts changed, takes about 7 s' },
  ]);
});

test('a test of a capability without a past is taken to last as long as the others', () => {
  const tests = [...old, named('new', { capability: 'sessions' })];

  expect(repetitions(tests, pastWith(20)).tests).toMatchObject([{ times: 3 }]);
});

test('nothing is repeated in an area of which more than 30 % is new', () => {
  const news = Array.from({ length: 4 }, (_, index) => named(`new-${index}`));

  expect(repetitions([...old, ...news.slice(0, 3)], pastWith(1)).tests).toHaveLength(3);
  expect(repetitions([...old, ...news], pastWith(1))).toEqual({
    tests: [],
    off: [{ area: 'authnz', reason: '31 % of its tests are new or changed, more than 30 %' }],
  });
  expect(repetitions([...old, named('new'), named('only', { area: 'smoke' })], pastWith(1))).toMatchObject({
    tests: [{ id: 'new' }],
    off: [{ area: 'smoke' }],
  });
});
