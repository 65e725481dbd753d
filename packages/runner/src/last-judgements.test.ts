import { expect, test } from 'vitest';
import { lastJudgements, openTests } from './last-judgements.ts';
import type { JudgedTest } from './run-events.ts';
import { judged, plan, planned } from './testing/events.ts';

type Outcome = JudgedTest['outcome'];

test.each<{ attempts: Outcome[]; last: Outcome }>([
  { attempts: ['passed'], last: 'passed' },
  { attempts: ['failed', 'flaky'], last: 'flaky' },
  { attempts: ['failed', 'failed'], last: 'failed' },
  { attempts: ['failed', 'skipped'], last: 'failed' },
  { attempts: ['failed', 'notEligible'], last: 'failed' },
  { attempts: ['failed', 'skipped', 'flaky'], last: 'flaky' },
  { attempts: ['skipped', 'failed'], last: 'failed' },
])('of $attempts the last word is $last', ({ attempts, last }) => {
  const events = attempts.map((outcome) => judged('a', outcome));

  expect(lastJudgements([plan(planned('a')), ...events]).get('a')?.outcome).toBe(last);
});

test('each test has a word of its own, and one that never ended has none', () => {
  const events = [
    plan(planned('a'), planned('b'), planned('c')),
    judged('a', 'failed'),
    judged('b', 'passed'),
  ];

  expect([...lastJudgements(events)].map(([id, { outcome }]) => [id, outcome])).toEqual([
    ['a', 'failed'],
    ['b', 'passed'],
  ]);
});

test('what failed and what was not judged is open, in the order of the plan', () => {
  const tests = ['passed', 'failed', 'flaky', 'skipped', 'notEligible'] as const;
  const behind = { event: 'notRun', id: 'behind', reason: "'failed' failed before it" } as const;
  const events = [
    plan(...tests.map((outcome) => planned(outcome)), planned('behind'), planned('lost')),
    ...tests.map((outcome) => judged(outcome, outcome)),
    behind,
  ];

  expect(openTests(events).map(({ id }) => id)).toEqual(['failed', 'behind', 'lost']);
});
