import { judge, type RecordEvent } from '@uat/record';
import {
  answered,
  attempt,
  failed,
  ineligible,
  passed,
  plan,
  planned,
  stateOf,
  target,
} from '@uat/record/testing';
import { describe, expect, test } from 'vitest';
import { historyRows } from './history-rows.ts';
import { isHistoric } from './is-historic.ts';

const [a, b, c, d] = ['authnz/a#one', 'authnz/a#two~2', 'authnz/b#three', 'smoke/s#up'];
const rowsOf = (events: readonly RecordEvent[]) => {
  const state = stateOf(events);
  return historyRows(state, judge(state));
};

describe('the rows of a run', () => {
  test('hold its facts, and a result per test with all its attempts', () => {
    const events = [
      plan(planned(a), planned(b), planned(c)),
      ...[failed(a, { ms: 1_200 }), answered(a, 'up'), failed(a, { index: 1, ms: 300 })],
      ...[failed(b), passed(b, { index: 1 })],
      ineligible(c, 'grant:tokens', 'no grant'),
    ];
    const { run, results } = rowsOf(events);

    expect(run).toMatchObject({
      ...{ runId: '20261122-1831-k3f9', startedAt: '2026-11-22T18:31:07.120Z', lane: 'local' },
      ...{ endedAt: '2026-11-22T18:31:48.960Z', kind: 'regression', exitCode: 1, commit: '83e2d5b' },
      ...{ target: 'embedded', version: '1.2.0', contractVersion: '1.2.0', planHash: 'f00d', source: 'uat' },
      counts: { discovered: 3, failed: 1, flaky: 1, notEligible: 1 },
    });
    expect(results).toMatchObject([
      {
        ...{ test: a, title: 'one', outcome: 'failed', cause: 'product', attempts: 2, seconds: 1.5 },
        ...{ fingerprint: 'beef', detail: 'expected 401, got 200 from GET /api/auth/users/me' },
      },
      { test: b, outcome: 'flaky', attempts: 2, seconds: 0.2, fingerprint: 'beef' },
      { test: c, outcome: 'notEligible', attempts: 0, seconds: 0, detail: 'no grant' },
    ]);
    expect(results[2]).not.toHaveProperty('cause');
  });

  test.each([
    { what: 'all tests of all areas', change: {}, full: true },
    { what: 'not all tests', change: { assigned: [a] }, full: false },
    { what: 'an area missing', change: { areaTitles: { authnz: 'A', smoke: 'S', other: 'O' } }, full: false },
    {
      what: 'an area only as a dependency',
      change: { tests: [planned(a), planned(d, { dependency: true })] },
      full: false,
    },
  ])('are those of a full run: $what: $full', ({ change, full }) => {
    const whole = { ...plan(planned(a), planned(d)), areaTitles: { authnz: 'A', smoke: 'S' } };

    expect(rowsOf([{ ...whole, ...change }, attempt(a, 'passed')]).run.full).toBe(full);
  });
});

describe('a run that belongs in the history', () => {
  const whole = stateOf([plan(planned(a)), passed(a)]);
  const request = { areas: ['authnz'] };

  test('is a whole one', () => {
    expect(isHistoric(whole)).toBe(true);
  });

  test.each([
    { what: 'a part', state: stateOf([], { shard: { index: 1, of: 2 } }) },
    { what: 'a run with requested faults', state: stateOf([], { request: { faults: ['A4'] } }) },
    { what: 'a run on a faulty target', state: stateOf([{ ...target, faults: ['A4'] }]) },
    { what: 'a run aside', state: whole, made: { ...request, aside: true } },
    { what: 'a quiet run', state: whole, made: { ...request, quiet: true } },
  ])('is not $what', ({ state, made }) => {
    expect(isHistoric(state, made)).toBe(false);
  });
});
