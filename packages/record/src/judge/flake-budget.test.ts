import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  ended,
  failed,
  header,
  passed,
  plan,
  planned,
  policy,
  verdictOn,
} from '../testing/index.ts';
import { fold } from '../fold.ts';
import { judge } from './judge.ts';
import type { RecordEvent, RecordHeader } from '../schema.ts';

/** The verdict on a run of `all` tests of which `flaky` passed only on a retry. */
function verdict(all: number, flaky: number, flakeBudget?: number, change: Partial<RecordHeader> = {}) {
  const ids = Array.from({ length: all }, (_, at) => `authnz/sign-in#${at}`);
  const events = ids.flatMap((id, at): RecordEvent[] =>
    at < flaky ? [failed(id), answered(id, 'up'), passed(id, { index: 1, ms: 30_000 })] : [passed(id)],
  );
  return judge(
    fold({
      header: { ...header, ...change },
      events: [{ ...policy(), flakeBudget }, plan(...ids.map((id) => planned(id))), ...events, ended],
    }),
  );
}

test('within the budget, tests that pass on a retry are listed', () => {
  expect(verdict(100, 1, 0.01)).toMatchObject({
    kind: 'pass',
    counts: { passed: 99, flaky: 1 },
    trouble: [],
  });
});

test('beyond it the run is red, and says how many they are and what they cost', () => {
  expect(verdict(200, 3, 0.005)).toMatchObject({
    kind: 'regression',
    exitCode: 1,
    trouble: [
      '3 of 200 tests (1.5 %) passed only when tried again, which took 1.5 minutes; lane local allows 0.5 %',
    ],
  });
});

test('a shard alone does not exceed it, because only the whole run has a share', () => {
  expect(verdict(10, 3, 0.005, { shard: { index: 1, of: 2 } })).toMatchObject({ kind: 'pass' });
});

test('the only shard of a plan is the whole run', () => {
  expect(verdict(10, 3, 0.005, { shard: { index: 1, of: 1 } })).toMatchObject({ kind: 'regression' });
});

test('a lane without a budget lists them', () => {
  expect(verdict(2, 2)).toMatchObject({ kind: 'pass', counts: { flaky: 2 } });
});

test('a time-out on a starved machine does not count', () => {
  const id = 'authnz/sign-in#slow';
  const again = [
    failed(id, { status: 'timedOut', cause: 'infrastructure' }),
    answered(id, 'up'),
    passed(id, { index: 1 }),
  ];

  expect(verdictOn([{ ...policy(), flakeBudget: 0 }, plan(planned(id)), ...again])).toMatchObject({
    kind: 'pass',
  });
});

test('a run is red for its retries exactly when their share is beyond the budget', () => {
  const count = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(
      count,
      fc.nat({ max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, some, budget) => {
        const flaky = Math.min(all, some);

        expect(verdict(all, flaky, budget).kind).toBe(flaky / all > budget ? 'regression' : 'pass');
      },
    ),
  );
});
