import { describe, expect, test } from 'vitest';
import {
  answered,
  diagnostic,
  ended,
  executed,
  failed,
  header,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
  verdictOn,
} from '../testing/index.ts';
import { fold } from '../fold.ts';
import type { EventOf } from '../schema.ts';
import { judge } from './judge.ts';

const [a, b, smoke] = ['authnz/sign-in#a', 'authnz/sign-in#b', 'smoke/health#smoke'];
const both = plan(planned(a), planned(b));
const red = (id: string) => [failed(id), answered(id, 'up')];

describe('a test that fails run after run', () => {
  const history = (consistent: boolean): EventOf<'history'> => ({
    ...{ event: 'history', id: a, sentence: 'failed in the last 2 runs', consistent },
  });

  test('is not excused by its entry, which is named', () => {
    const verdict = verdictOn([policy(quarantineOf(a)), both, ...red(a), passed(b), history(true)]);

    expect(verdict).toMatchObject({ kind: 'regression', exitCode: 1, counts: { failed: 1, quarantined: 0 } });
    expect(verdict.trouble.join()).toContain(`the quarantine of ${a} (ENG-9) is void`);
    expect(verdict.failures).toMatchObject([
      { id: a, class: 'product', history: 'failed in the last 2 runs' },
    ]);
  });

  test('is excused the first time', () => {
    const verdict = verdictOn([policy(quarantineOf(a)), both, ...red(a), passed(b), history(false)]);

    expect(verdict).toMatchObject({ kind: 'pass', counts: { failed: 0, quarantined: 1 }, trouble: [] });
  });
});

describe('a failure in quarantine', () => {
  test('is listed with its entry and blocks nothing', () => {
    const verdict = verdictOn([policy(quarantineOf(a)), both, ...red(a), passed(b)]);

    expect(verdict).toMatchObject({ kind: 'pass', exitCode: 0, trouble: [] });
    expect(verdict.counts).toMatchObject({ discovered: 2, passed: 1, failed: 0, quarantined: 1 });
    expect(verdict.failures).toMatchObject([
      { id: a, class: 'known', cause: 'product', quarantine: { ticket: 'ENG-9' } },
    ]);
  });

  test('hides none of another test', () => {
    const verdict = verdictOn([policy(quarantineOf(a)), both, ...red(a), ...red(b)]);

    expect(verdict).toMatchObject({ kind: 'regression', counts: { failed: 1, quarantined: 1 } });
    expect(verdict.failures.map(({ id, quarantine }) => [id, quarantine?.test])).toEqual([
      [a, a],
      [b, undefined],
    ]);
  });

  test('is no failure when it is the only test that ran', () => {
    const verdict = verdictOn([policy(quarantineOf(a)), plan(planned(a)), ...red(a)]);

    expect(verdict).toMatchObject({ kind: 'pass', counts: { discovered: 1, quarantined: 1 } });
  });

  test.each(['timedout', 'interrupted'] as const)(
    'does not excuse a run that Playwright calls %s',
    (status) => {
      const verdict = verdictOn([policy(quarantineOf(a)), both, ...red(a), passed(b), executed(status)]);

      expect(verdict).toMatchObject({
        kind: 'infrastructure',
        trouble: [`Playwright ended as ${status}, and no test says why`],
      });
    },
  );

  test('does not excuse what did not run because of it', () => {
    const behindSmoke = plan(planned(smoke, { dependency: true }), planned(a));

    const verdict = verdictOn([policy(quarantineOf(smoke)), behindSmoke, ...red(smoke)]);

    expect(verdict).toMatchObject({
      kind: 'infrastructure',
      exitCode: 3,
      counts: { notRun: 1, quarantined: 0 },
    });
    expect(verdict.trouble).toEqual(['1 test did not run: smoke is red']);
  });
});

test.each([
  { what: 'its repetition', id: `${a}~2` },
  { what: 'its repetition for a product', id: `${a}@acme-deb~2` },
])('an entry about a test holds for $what', ({ id }) => {
  expect(verdictOn([policy(quarantineOf(a)), plan(planned(id)), ...red(id)]).kind).toBe('pass');
});

test('an entry about the name that a test had before holds for it', () => {
  const renamed = { ...planned(b), aliases: [a] };

  expect(verdictOn([policy(quarantineOf(a)), plan(renamed), ...red(b)]).kind).toBe('pass');
});

test('an entry about one product does not hold for another', () => {
  const id = `${a}@acme-rpm`;

  expect(verdictOn([policy(quarantineOf(`${a}@acme-deb`)), plan(planned(id)), ...red(id)]).kind).toBe(
    'regression',
  );
});

test('an entry holds to the end of its last day, is void after it, and is named then', () => {
  const on = (expires: string) =>
    verdictOn([policy(quarantineOf(a, { expires })), both, ...red(a), passed(b)]);

  expect(on('2026-11-22').kind).toBe('pass');
  expect(on('2026-11-21')).toMatchObject({
    kind: 'regression',
    counts: { failed: 1, quarantined: 0 },
    trouble: [`the quarantine of ${a} (ENG-9) ended on 2026-11-21: the failure counts`],
  });
});

test('the entry of another lane does not apply', () => {
  const events = [policy(quarantineOf(a, { lane: 'cd' })), both, ...red(a), passed(b)];

  expect(verdictOn(events).kind).toBe('regression');
  expect(judge(fold({ header: { ...header, lane: 'cd' }, events: [...events, ended] })).kind).toBe('pass');
});

test('a test in quarantine that could not be judged is not excused', () => {
  const down = verdictOn([policy(quarantineOf(a)), both, failed(a), answered(a, 'down'), passed(b)]);
  const refused = verdictOn([
    policy(quarantineOf(a)),
    both,
    failed(a, { cause: 'configuration' }),
    passed(b),
  ]);

  expect([down.kind, refused.kind]).toEqual(['infrastructure', 'configuration']);
});

test('what happened beside the tests is not excused', () => {
  const events = [policy(quarantineOf(a)), both, ...red(a), passed(b)];

  expect(verdictOn([...events, diagnostic('regression', 'a user was left behind')]).kind).toBe('regression');
});

test('a run can be judged by another policy than its own', () => {
  const state = fold({ header, events: [both, ...red(a), passed(b), ended] });

  expect(judge(state).kind).toBe('regression');
  expect(judge(state, { quarantine: [quarantineOf(a)] }).kind).toBe('pass');
});
