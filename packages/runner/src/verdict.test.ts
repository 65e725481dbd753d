import { describe, expect, test } from 'vitest';
import type { RunEvent } from './run-events.ts';
import { answered, failed, judged, notEligible, plan, planned, verdictOn } from './testing/events.ts';
import type { RunOutcome, VerdictKind } from './verdict.ts';

const a = 'authnz/sign-in#a';
const b = 'authnz/sign-in#b';
const smoke = 'smoke/health#smoke';
const both = plan(planned(a), planned(b));
const behindSmoke = plan(planned(smoke, { dependency: true }), planned(a));
const loading = (message: string): RunEvent => ({ event: 'error', id: 'error 1', message, loading: true });
const ended = (status: 'passed' | 'failed' | 'timedout' | 'interrupted'): RunEvent => ({
  event: 'end',
  status,
});
const whileRunning = (message: string): RunEvent => ({
  event: 'error',
  id: 'error 1',
  message,
  loading: false,
});

interface Row extends Partial<RunOutcome> {
  situation: string;
  events: RunEvent[];
  kind: VerdictKind;
  exitCode: number;
}

// The rows of docs/outcomes.md.
test.each<Row>([
  {
    situation: 'all that was selected ran and kept its promises',
    events: [both, judged(a, 'passed'), judged(b, 'passed')],
    kind: 'pass',
    exitCode: 0,
  },
  {
    situation: 'a promise was kept at the second attempt',
    events: [both, judged(a, 'failed'), judged(a, 'flaky'), judged(b, 'passed')],
    kind: 'pass',
    exitCode: 0,
  },
  {
    situation: 'one test is not eligible here and the rest kept their promises',
    events: [both, judged(a, 'passed'), notEligible(b, 'grant:policy', 'no grant')],
    kind: 'pass',
    exitCode: 0,
  },
  {
    situation: 'a promise is broken while the target answers',
    events: [both, failed(a), answered(a, 'up'), judged(b, 'passed')],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'set-up fails while the target answers',
    events: [both, failed(a, { phase: 'setup' }), answered(a, 'up'), judged(b, 'passed')],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'the smoke layer is red while the target answers',
    events: [behindSmoke, failed(smoke), answered(smoke, 'up')],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'an option, name or file was wrong',
    events: [],
    problems: [{ kind: 'configuration', message: 'There is no area.' }],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'the specs cannot be loaded',
    events: [loading('names no ticket')],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'an attached target refuses the first sign-in of a role',
    events: [
      both,
      failed(a, { phase: 'setup', blame: 'configuration' }),
      answered(a, 'up'),
      judged(b, 'passed'),
    ],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'an attached target refuses a role that it lets in afterwards',
    events: [
      both,
      failed(a, { phase: 'setup', blame: 'configuration', refusedRole: 'admin' }),
      answered(a, 'up'),
      { event: 'accepted', role: 'admin' },
      judged(b, 'passed'),
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'an attached target refuses a role, and lets in another one',
    events: [
      both,
      { event: 'accepted', role: 'user' },
      judged(b, 'passed'),
      failed(a, { phase: 'setup', blame: 'configuration', refusedRole: 'admin' }),
      answered(a, 'up'),
    ],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'the target is unreachable at the start',
    events: [],
    problems: [{ kind: 'infrastructure', message: 'no answer' }],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the target is gone when a failure is probed',
    events: [both, failed(a), answered(a, 'down'), judged(b, 'passed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'nobody asked the target after a failure',
    events: [both, failed(a), judged(b, 'passed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'there is no browser to start',
    events: [
      both,
      failed(a, { error: "browserType.launch: Executable doesn't exist at /x" }),
      answered(a, 'up'),
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a test was planned and no result came back',
    events: [both, judged(a, 'passed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something beside the tests broke, and nobody asked the target',
    events: [both, judged(a, 'passed'), judged(b, 'passed'), whileRunning('a worker died')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something beside the tests broke while the target was gone',
    events: [
      ...[both, judged(a, 'passed'), judged(b, 'passed')],
      ...[whileRunning('the clean-up failed'), answered('error 1', 'down'), ended('failed')],
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something beside the tests broke while the target answered',
    events: [
      ...[both, judged(a, 'passed'), judged(b, 'passed')],
      ...[whileRunning('the clean-up failed'), answered('error 1', 'up'), ended('failed')],
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'something beside the tests broke while the disk was full',
    events: [
      ...[both, judged(a, 'passed'), judged(b, 'passed')],
      ...[whileRunning('ENOSPC: no space left'), answered('error 1', 'up'), ended('failed')],
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the time of Playwright was up, which it says as an error',
    events: [
      ...[both, judged(a, 'passed')],
      ...[whileRunning('Timed out waiting 1s'), answered('error 1', 'up'), ended('timedout')],
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a promise was broken before the time of Playwright was up',
    events: [
      ...[both, failed(a), answered(a, 'up')],
      ...[whileRunning('Timed out waiting 1s'), answered('error 1', 'up'), ended('timedout')],
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'a test failed and was skipped when it was tried again',
    events: [both, failed(a), answered(a, 'up'), judged(a, 'skipped'), judged(b, 'passed')],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'a test failed and was not eligible when it was tried again',
    events: [
      ...[both, failed(a), answered(a, 'up')],
      ...[notEligible(a, 'role:user', 'no credentials'), judged(b, 'passed')],
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'results came back for a plan that was lost',
    events: [judged(a, 'passed'), ended('passed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'Playwright says failed, and every test says passed',
    events: [both, judged(a, 'passed'), judged(b, 'passed'), ended('failed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the selection is empty, and Playwright says failed',
    events: [plan(), ended('failed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something that the run made stays on the target, and all promises were kept',
    events: [both, judged(a, 'passed'), judged(b, 'passed'), ended('passed')],
    problems: [{ kind: 'regression', message: 'the user uat-a was removed and is still there' }],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'specs that cannot be loaded are never the product’s fault, though it answers',
    events: [loading('no such fixture'), answered('error 1', 'up'), ended('failed')],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'the time of the run was up',
    events: [both, judged(a, 'passed')],
    problems: [{ kind: 'infrastructure', message: 'the run was ended after 20m' }],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a confirmed regression meets infrastructure trouble',
    events: [both, failed(a), answered(a, 'up'), failed(b), answered(b, 'down')],
    problems: [{ kind: 'infrastructure', message: 'no answer' }],
    kind: 'regression',
    exitCode: 1,
  },
  { situation: 'the selection is empty', events: [plan()], kind: 'empty', exitCode: 4 },
  { situation: 'nothing was even planned', events: [], kind: 'empty', exitCode: 4 },
  {
    situation: 'only a dependency ran',
    events: [plan(planned(smoke, { dependency: true })), judged(smoke, 'passed')],
    kind: 'empty',
    exitCode: 4,
  },
  {
    situation: 'everything selected is not eligible here',
    events: [behindSmoke, judged(smoke, 'passed'), notEligible(a, 'grant:policy', 'no grant')],
    kind: 'empty',
    exitCode: 4,
  },
  {
    situation: 'everything selected was skipped',
    events: [both, judged(a, 'skipped'), judged(b, 'skipped')],
    kind: 'empty',
    exitCode: 4,
  },
  {
    situation: 'Ctrl-C after a test had passed',
    events: [both, judged(a, 'passed')],
    signal: 'SIGINT',
    kind: 'interrupted',
    exitCode: 130,
  },
  {
    situation: 'SIGTERM after a promise was found broken',
    events: [both, failed(a), answered(a, 'up')],
    signal: 'SIGTERM',
    kind: 'interrupted',
    exitCode: 143,
  },
])('$kind ($exitCode): $situation', ({ situation: _situation, kind, exitCode, events, ...outcome }) => {
  const verdict = verdictOn(events, outcome);

  expect({ kind: verdict.kind, exitCode: verdict.exitCode }).toEqual({ kind, exitCode });
});

describe('a verdict', () => {
  test('counts each test once, and those of a dependency apart', () => {
    const { counts } = verdictOn([
      plan(planned(smoke, { dependency: true }), ...['1', '2', '3', '4', '5', '6'].map((id) => planned(id))),
      judged(smoke, 'passed'),
      judged('1', 'passed'),
      failed('2'),
      judged('3', 'failed'),
      judged('3', 'flaky'),
      judged('4', 'skipped'),
      notEligible('5', 'grant:policy', 'no grant'),
    ]);

    expect(counts).toEqual({
      discovered: 6,
      passed: 1,
      failed: 1,
      flaky: 1,
      skipped: 1,
      notEligible: 1,
      notRun: 1,
      quarantined: 0,
      dependency: 1,
    });
  });

  test('tells of a failure where it is, what it covers and how to run it again', () => {
    const { failures } = verdictOn([
      plan(planned(a, { regressions: ['A4'] })),
      failed(a, { layer: 'browser', attachments: ['trace.zip'] }),
      answered(a, 'up'),
    ]);

    expect(failures).toEqual([
      {
        id: a,
        title: 'a',
        file: 'suites/authnz/sign-in.spec.ts:4',
        area: 'authnz',
        tickets: ['ENG-1'],
        regressions: ['A4'],
        class: 'product',
        layer: 'browser',
        phase: 'test',
        error: 'expected 401, got 200 from GET /api/auth/users/me',
        rerun: `again ${a}`,
        attachments: ['trace.zip'],
      },
    ]);
  });

  test('lists a failure that came without a word', () => {
    const verdict = verdictOn([plan(planned(a)), judged(a, 'failed'), answered(a, 'up')]);

    expect(verdict).toMatchObject({
      kind: 'regression',
      failures: [{ id: a, error: 'no error was recorded' }],
    });
  });

  test('lists what was not proven with what was missing', () => {
    const { notEligible: listed } = verdictOn([
      both,
      judged(a, 'passed'),
      notEligible(b, 'grant:policy', 'no grant'),
    ]);

    expect(listed).toEqual([{ id: b, needs: 'grant:policy', reason: 'no grant' }]);
  });

  test('says why tests did not run behind a red dependency', () => {
    const verdict = verdictOn([behindSmoke, failed(smoke), answered(smoke, 'up')]);

    expect(verdict.counts).toMatchObject({ discovered: 1, notRun: 1, dependency: 1 });
    expect(verdict.failures.map(({ id }) => id)).toEqual([smoke]);
    expect(verdict.trouble).toEqual(['1 test did not run: smoke is red']);
  });

  test('says why tests did not run when the run was interrupted or a result was lost', () => {
    expect(verdictOn([both], { signal: 'SIGINT' }).trouble).toEqual([
      '2 tests did not run: the run was interrupted',
    ]);
    expect(verdictOn([both]).trouble).toEqual(['2 tests did not run: no result came back']);
  });

  test('says why tests did not run when the run ended itself, and is judged by those that did', () => {
    const stopped = { event: 'stopped', reason: 'the run ended after 1 failure (--max-failures)' } as const;
    const end = [stopped, ended('failed')];

    const broken = verdictOn([both, failed(a), answered(a, 'up'), ...end]);
    const gone = verdictOn([both, failed(a), answered(a, 'down'), ...end]);

    expect(broken).toMatchObject({ kind: 'regression', exitCode: 1, counts: { failed: 1, notRun: 1 } });
    expect(broken.trouble).toEqual(['1 test did not run: the run ended after 1 failure (--max-failures)']);
    expect(gone).toMatchObject({ kind: 'infrastructure', counts: { failed: 1, notRun: 1 } });
    expect(verdictOn([both, judged(a, 'passed'), stopped, ended('passed')]).kind).toBe('infrastructure');
  });

  test('names the end of the run, not the red layer below, for what then did not run', () => {
    const stopped = { event: 'stopped', reason: 'the run ended after 1 failure (--max-failures)' } as const;

    const { trouble } = verdictOn([behindSmoke, failed(smoke), answered(smoke, 'up'), stopped]);

    expect(trouble).toEqual(['1 test did not run: the run ended after 1 failure (--max-failures)']);
  });

  test('says why tests did not run of which nothing was to be learnt', () => {
    const notRun = { event: 'notRun', id: b, reason: 'nobody gets in' } as const;

    const verdict = verdictOn([both, failed(a), answered(a, 'up'), notRun]);

    expect(verdict).toMatchObject({ kind: 'regression', counts: { failed: 1, notRun: 1 } });
    expect(verdict.trouble).toEqual(['1 test did not run: nobody gets in']);
    expect(verdictOn([both, judged(a, 'passed'), notRun]).kind).toBe('infrastructure');
  });

  test('keeps what had been judged when the run was interrupted', () => {
    const verdict = verdictOn([both, failed(a), answered(a, 'up')], { signal: 'SIGINT' });

    expect(verdict).toMatchObject({
      counts: { failed: 1, notRun: 1 },
      failures: [{ id: a, class: 'product' }],
    });
  });

  test('says what was lost', () => {
    expect(verdictOn([judged(a, 'passed')]).trouble).toEqual(['the plan of the run was lost']);
    expect(verdictOn([both, judged(a, 'passed'), judged(b, 'passed'), ended('failed')]).trouble).toEqual([
      'Playwright ended as failed, and no test says why',
    ]);
  });

  test('tells what went wrong beside the tests without a failed test', () => {
    const verdict = verdictOn([both, judged(a, 'passed'), judged(b, 'passed')], {
      problems: [{ kind: 'regression', message: 'the user uat-a is still there' }],
    });

    expect(verdict).toMatchObject({
      kind: 'regression',
      failures: [],
      trouble: ['the user uat-a is still there'],
    });
  });

  test('lists each trouble once, also beside a regression', () => {
    const { trouble } = verdictOn(
      [both, failed(a), answered(a, 'down'), failed(b), answered(b, 'down'), whileRunning('a worker died')],
      { problems: [{ kind: 'infrastructure', message: 'a worker died' }] },
    );

    expect(trouble).toEqual(['a worker died', 'GET http://t/api/ping failed: refused']);
  });

  test('carries the facts of the run and its seconds with one decimal', () => {
    expect(verdictOn([])).toMatchObject({
      schemaVersion: 1,
      runId: '20261122-1831-k3f9',
      suiteCommit: '83e2d5b',
      target: { name: 'embedded' },
      seconds: 41.8,
    });
  });
});
