import type { RunEvent } from '@uat/runner';
import { expect, test } from 'vitest';
import { areaCounts } from './area-counts.ts';

type Outcome = Extract<RunEvent, { event: 'judged' }>['outcome'];

function plan(...tests: { id: string; area: string; dependency?: boolean }[]): RunEvent {
  const rest = { title: '', file: '', capability: '', tickets: [], regressions: [] };
  return { event: 'plan', tests: tests.map((one) => ({ ...rest, dependency: false, ...one })) };
}

const judged = (id: string, outcome: Outcome): RunEvent => ({ event: 'judged', id, outcome, seconds: 1 });

test('a run in which nothing was planned has no areas', () => {
  expect(areaCounts([])).toEqual([]);
  expect(areaCounts([{ event: 'error', id: 'error 1', message: 'x', loading: true }])).toEqual([]);
});

test('areas come in the order in which they were planned, those that others need marked', () => {
  const counted = areaCounts([
    plan(
      { id: 's', area: 'smoke', dependency: true },
      { id: 'a', area: 'authnz' },
      { id: 't', area: 'smoke', dependency: true },
    ),
  ]);

  expect(counted.map(({ name, dependency }) => ({ name, dependency }))).toEqual([
    { name: 'smoke', dependency: true },
    { name: 'authnz', dependency: false },
  ]);
});

test('each test counts once, by its last word, and as not run without one', () => {
  const ids = ['passed', 'flaky', 'failed', 'notEligible', 'skippedAgain', 'lost'];
  const [counted] = areaCounts([
    plan(...ids.map((id) => ({ id, area: 'authnz' }))),
    judged('passed', 'passed'),
    judged('flaky', 'failed'),
    judged('flaky', 'flaky'),
    judged('failed', 'failed'),
    judged('notEligible', 'notEligible'),
    judged('skippedAgain', 'failed'),
    judged('skippedAgain', 'skipped'),
  ]);

  expect(counted?.counts).toEqual({ passed: 2, failed: 2, skipped: 0, notEligible: 1, notRun: 1 });
});
