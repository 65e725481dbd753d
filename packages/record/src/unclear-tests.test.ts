import { expect, test } from 'vitest';
import {
  answered,
  attempt,
  failed,
  header,
  passed,
  plan,
  planned,
  slow,
  verdictOn,
} from './testing/index.ts';
import { fold } from './fold.ts';
import type { RecordEvent } from './schema.ts';
import { unclearTests } from './unclear-tests.ts';

const id = 'authnz/sign-in#a';
const slowAllAlong = slow(-5, { ms: 60_000, others: 0.6 });
const late = (of = id) => attempt(of, 'timedOut', { error: { message: 'no table', fingerprint: 'f' } });
const up = answered(id, 'up');
const alone = { index: 1, alone: true };

const unclear = (...events: RecordEvent[]) =>
  unclearTests(fold({ header, events: [plan(planned(id)), ...events] })).map((one) => one.id);

test.each<{ what: string; events: RecordEvent[]; is: boolean }>([
  { what: 'ran out of time on a slow machine', events: [late(), up, slowAllAlong], is: true },
  { what: 'ran out of time on a machine of its own', events: [late(), up], is: false },
  { what: 'got a wrong answer on a slow machine', events: [failed(id), up, slowAllAlong], is: false },
  {
    what: 'passed when it was tried again',
    events: [late(), up, passed(id, { index: 1 }), slowAllAlong],
    is: false,
  },
  { what: 'lost its target', events: [late(), answered(id, 'down'), slowAllAlong], is: false },
  {
    what: 'has been tried alone',
    events: [late(), up, { ...late(), ...alone }, slowAllAlong],
    is: false,
  },
])('a test that $what is unclear: $is', ({ events, is }) => {
  expect(unclear(...events)).toEqual(is ? [id] : []);
});

test('more than twenty are not tried one by one', () => {
  const ids = Array.from({ length: 21 }, (_, index) => `authnz/a#${index}`);
  const events = ids.flatMap((one) => [late(one), answered(one, 'up')]);
  const state = fold({ header, events: [plan(...ids.map((one) => planned(one))), ...events, slowAllAlong] });

  expect(unclearTests(state)).toEqual([]);
});

test('tests that others need are not tried again: those would have to follow', () => {
  const events = [plan(planned(id, { dependency: true })), late(), up, slowAllAlong];

  expect(unclearTests(fold({ header, events }))).toEqual([]);
});

// The row of docs/outcomes.md.
test.each([
  { what: 'is not tried alone', second: [], kind: 'infrastructure', exitCode: 3 },
  {
    what: 'runs out of time alone, too',
    second: [{ ...late(), ...alone }],
    kind: 'infrastructure',
    exitCode: 3,
  },
  { what: 'passes alone', second: [passed(id, alone)], kind: 'pass', exitCode: 0 },
  { what: 'breaks its promise alone', second: [failed(id, alone)], kind: 'regression', exitCode: 1 },
])('a test that ran out of time on a slow machine and $what: $kind', ({ second, kind, exitCode }) => {
  const verdict = verdictOn([
    ...[plan(planned(id)), late(), up, slowAllAlong],
    { event: 'executed', status: 'failed' },
    ...second,
  ]);

  expect(verdict).toMatchObject({ kind, exitCode });
  expect(verdict.trouble.filter((line) => line.startsWith('1 test ran out of time while'))).toHaveLength(
    kind === 'regression' ? 0 : 1,
  );
});

test('a test that runs out of time alone, on a machine that is well by then, is a regression', () => {
  const first = slow(-5, { ms: 5_500 });
  const second = { ...late(), ...alone };

  expect(verdictOn([plan(planned(id)), late(), up, first, second]).kind).toBe('regression');
});
