import { fold, judge, type RunRecord } from '@uat/record';
import { ended, executed, header, passed, plan, planned, slow } from '@uat/record/testing';
import { describe, expect, test } from 'vitest';
import {
  all,
  type Edit,
  failing,
  flaky,
  multiplied,
  overBudget,
  starving,
  tooSlow,
  without,
} from './edits.ts';

const id = 'steady/steady#the-models-are-listed';
const run: RunRecord = { header, events: [plan(planned(id)), passed(id), executed('passed'), ended] };
const judged = (edit: Edit) => judge(fold(edit(run)));

describe('an edited record', () => {
  test('is that of a green run before', () => {
    expect(judged(all())).toMatchObject({ kind: 'pass', counts: { passed: 1 } });
  });

  test.each([
    { what: 'failing with a probe that is up', edit: failing(id, 'up'), kind: 'regression' },
    { what: 'failing with a probe that is down', edit: failing(id, 'down'), kind: 'infrastructure' },
    { what: 'failing without a probe', edit: failing(id, undefined), kind: 'infrastructure' },
    { what: 'too slow', edit: tooSlow(id), kind: 'regression' },
    { what: 'starved twice', edit: starving(id, { passed: false, isStarved: true }), kind: 'infrastructure' },
    {
      what: 'starved, then idle',
      edit: starving(id, { passed: false, isStarved: false }),
      kind: 'regression',
    },
    { what: 'starved, then passed', edit: starving(id, { passed: true, isStarved: false }), kind: 'pass' },
    { what: 'flaky', edit: flaky(id), kind: 'pass' },
  ])('has a test that is $what', ({ edit, kind }) => {
    expect(judged(edit)).toMatchObject({ kind, counts: { discovered: 1 } });
  });

  test('has copies of a test, each with its result', () => {
    expect(judged(multiplied(id, 9)).counts).toMatchObject({ discovered: 10, passed: 10 });
  });

  test('leaves out a test for lack of time', () => {
    const other = 'steady/steady#the-files-are-listed';
    const two: RunRecord = {
      ...run,
      events: [plan(planned(id), planned(other)), ...run.events.slice(1), passed(other)],
    };
    const verdict = judge(fold(overBudget(other)(two)));

    expect(verdict.counts).toMatchObject({ discovered: 1, passed: 1, notRun: 0 });
    expect(verdict.excluded?.map((one) => one.id)).toEqual([other]);
  });

  test('has no event of a kind', () => {
    const busy: RunRecord = { ...run, events: [slow(0), ...run.events] };

    expect(without(({ event }) => event === 'machine')(busy).events).toEqual(run.events);
  });
});
