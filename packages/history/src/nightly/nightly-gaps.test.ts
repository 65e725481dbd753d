import { judge, type RecordEvent, type RecordHeader } from '@uat/record';
import { answered, failed, passed, plan, planned, stateOf } from '@uat/record/testing';
import { describe, expect, test } from 'vitest';
import { nightlyGaps } from './nightly-gaps.ts';

const [a, b] = ['smoke/api#a', 'authnz/tokens#b'];
const areas = ['smoke', 'authnz'];
const whole = plan(planned(a), planned(b));

function gaps(events: RecordEvent[], change: Partial<RecordHeader> = {}): string[] {
  const state = stateOf(events, { lane: 'nightly', request: {}, ...change });
  return nightlyGaps(state, judge(state), areas);
}

describe('a full nightly run', () => {
  test('has every area, no filter, and a result of each planned test', () => {
    expect(gaps([whole, passed(a), passed(b)])).toEqual([]);
  });

  test('may be red', () => {
    expect(gaps([whole, passed(a), failed(b), answered(b, 'up')])).toEqual([]);
  });
});

describe('a run is no full nightly run', () => {
  test.each<{ what: string; events: RecordEvent[]; change?: Partial<RecordHeader>; says: string }>([
    {
      what: 'in another lane',
      events: [whole, passed(a), passed(b)],
      change: { lane: 'cd' },
      says: 'it ran in lane cd',
    },
    { what: 'without one of the areas', events: [plan(planned(a)), passed(a)], says: 'no test of authnz' },
    {
      what: 'of which an area ran only as a dependency',
      events: [plan(planned(a, { dependency: true }), planned(b)), passed(a), passed(b)],
      says: 'no test of smoke',
    },
    {
      what: 'with a filter',
      events: [whole, passed(a), passed(b)],
      change: { request: { grep: 'token' } },
      says: 'it was filtered by grep',
    },
    {
      what: 'of which the plan left out a test',
      events: [{ ...whole, assigned: [a], excluded: [{ id: b, by: 'budget', reason: '' }] }, passed(a)],
      says: 'the plan left out 1 of 2 tests',
    },
    {
      what: 'of which a test has no result',
      events: [whole, passed(a)],
      says: '1 of 2 planned tests are not accounted for',
    },
    {
      what: 'of which a shard is missing',
      events: [{ ...whole, unknown: [b] }, passed(a)],
      says: '1 of 2 planned tests are not accounted for',
    },
    {
      what: 'whose target was down',
      events: [whole, passed(a), failed(b), answered(b, 'down')],
      says: 'its verdict is infrastructure',
    },
    {
      what: 'that was stopped',
      events: [whole, passed(a), passed(b), { event: 'stopped', by: 'timeout', reason: 'the time is up' }],
      says: 'it was stopped: the time is up',
    },
    { what: 'that ran nothing', events: [plan()], says: 'its verdict is empty' },
  ])('$what', ({ events, change, says }) => {
    expect(gaps(events, change).join('\n')).toContain(says);
  });
});
