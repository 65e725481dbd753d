import { fold, judge } from '@uat/record';
import {
  answered,
  attempt,
  failed,
  header,
  ineligible,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
  timed,
} from '@uat/record/testing';
import { expect, test } from 'vitest';
import { areaCounts } from './area-counts.ts';

function counted(...events: Parameters<typeof timed>[0]) {
  const state = fold({ header, events: timed(events) });
  return areaCounts(state, judge(state));
}

test('a run in which nothing was planned has no areas', () => {
  expect(counted()).toEqual([]);
});

test('areas come in the order in which they were planned, those that others need marked', () => {
  const areas = counted(
    plan(
      planned('smoke/a#s', { dependency: true }),
      planned('authnz/a#a'),
      planned('smoke/a#t', { dependency: true }),
    ),
  );

  expect(areas.map(({ name, dependency }) => ({ name, dependency }))).toEqual([
    { name: 'smoke', dependency: true },
    { name: 'authnz', dependency: false },
  ]);
});

test('each test counts once, by its last word, and as not run without one', () => {
  const ids = ['passed', 'flaky', 'failed', 'excused', 'notEligible', 'skippedAgain', 'lost'];
  const [area] = counted(
    policy(quarantineOf('excused')),
    plan(...ids.map((id) => planned(id, { area: 'authnz' }))),
    passed('passed'),
    failed('flaky'),
    passed('flaky', { index: 1 }),
    failed('failed'),
    failed('excused'),
    answered('excused', 'up'),
    ineligible('notEligible', 'grant:users', 'no grant'),
    failed('skippedAgain'),
    attempt('skippedAgain', 'skipped', { index: 1 }),
  );

  expect(area?.counts).toEqual({
    passed: 2,
    failed: 2,
    quarantined: 1,
    skipped: 0,
    notEligible: 1,
    notRun: 1,
  });
});
