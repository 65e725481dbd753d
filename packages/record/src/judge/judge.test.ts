import { describe, expect, test } from 'vitest';
import {
  answered,
  attempt,
  diagnostic,
  ended,
  executed,
  failed,
  header,
  ineligible,
  passed,
  plan,
  planned,
  target,
  verdictOn,
} from '../testing/events.ts';
import { fold } from '../fold.ts';
import type { EventOf, RecordEvent } from '../schema.ts';
import { judge } from './judge.ts';
import { type VerdictKind, verdictSchema } from './verdict-schema.ts';

const a = 'authnz/sign-in#a';
const b = 'authnz/sign-in#b';
const smoke = 'smoke/health#smoke';
const both = plan(planned(a), planned(b));
const behindSmoke = plan(planned(smoke, { dependency: true }), planned(a));
const loading = (message: string) => diagnostic('configuration', message);
const whileRunning = (message: string) => diagnostic('error', message);
const stoppedBy = (signal: 'SIGINT' | 'SIGTERM'): EventOf<'stopped'> => ({
  ...{ event: 'stopped', by: 'signal', signal, reason: 'the run was interrupted' },
});

const endedBy = (by: 'target' | 'infrastructure'): EventOf<'stopped'> => ({
  ...{ event: 'stopped', by, reason: 'the target went down at 2026-11-22T18:31:10.000Z' },
});
const thrown = { message: 'x is not defined', stack: 'ReferenceError: x is not defined', fingerprint: 'f' };

interface Row {
  situation: string;
  events: RecordEvent[];
  kind: VerdictKind;
  exitCode: number;
}

// The rows of docs/outcomes.md.
test.each<Row>([
  {
    situation: 'all that was selected ran and kept its promises',
    events: [both, passed(a), passed(b)],
    kind: 'pass',
    exitCode: 0,
  },
  {
    situation: 'a promise was kept at the second attempt',
    events: [both, failed(a), passed(a, { index: 1 }), passed(b)],
    kind: 'pass',
    exitCode: 0,
  },
  {
    situation: 'one test is not eligible here and the rest kept their promises',
    events: [both, passed(a), ineligible(b, 'grant:policy', 'no grant')],
    kind: 'pass',
    exitCode: 0,
  },
  {
    situation: 'a promise is broken while the target answers',
    events: [both, failed(a), answered(a, 'up'), passed(b)],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'set-up fails while the target answers',
    events: [both, failed(a, { phase: 'setup' }), answered(a, 'up'), passed(b)],
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
    events: [diagnostic('configuration', 'There is no area.')],
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
    events: [both, failed(a, { phase: 'setup', cause: 'configuration' }), answered(a, 'up'), passed(b)],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'an attached target refuses a role that it lets in afterwards',
    events: [
      both,
      failed(a, { phase: 'setup', cause: 'configuration', refusedRole: 'admin' }),
      answered(a, 'up'),
      { event: 'role', role: 'admin' },
      passed(b),
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'an attached target refuses a role, and lets in another one',
    events: [
      both,
      { event: 'role', role: 'user' },
      passed(b),
      failed(a, { phase: 'setup', cause: 'configuration', refusedRole: 'admin' }),
      answered(a, 'up'),
    ],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'the target is unreachable at the start',
    events: [diagnostic('infrastructure', 'no answer')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the target is gone when a failure is probed',
    events: [both, failed(a), answered(a, 'down'), passed(b)],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the target went down, and the rest did not run',
    events: [both, failed(a), answered(a, 'down'), endedBy('target')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the target went down after a promise was broken',
    events: [both, failed(a), answered(a, 'up'), endedBy('target')],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'the run ended after too many failures by infrastructure, with its last test',
    events: [both, passed(a), passed(b), endedBy('infrastructure')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the code of a spec threw while the target answers',
    events: [both, failed(a, { error: thrown }), answered(a, 'up'), passed(b)],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a spec stumbled over what the answer of a target that is well lacks',
    events: [
      both,
      failed(a, {
        error: { ...thrown, stack: "TypeError: Cannot read properties of undefined (reading 'id')" },
      }),
      answered(a, 'up'),
      passed(b),
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'the code of a fixture threw outside the tests',
    events: [
      both,
      passed(a),
      passed(b),
      whileRunning('ReferenceError: modle is not defined'),
      answered('error 1', 'up'),
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the target was not probed after a failure',
    events: [both, failed(a), passed(b)],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'there is no browser to start',
    events: [
      both,
      failed(a, { message: "browserType.launch: Executable doesn't exist at /x" }),
      answered(a, 'up'),
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a test was planned and no result came back',
    events: [both, passed(a)],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something beside the tests broke, and the target was not probed',
    events: [both, passed(a), passed(b), whileRunning('a worker died')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something beside the tests broke while the target was gone',
    events: [
      ...[both, passed(a), passed(b)],
      ...[whileRunning('the clean-up failed'), answered('error 1', 'down'), executed('failed')],
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something beside the tests broke while the target answered',
    events: [
      ...[both, passed(a), passed(b)],
      ...[whileRunning('the clean-up failed'), answered('error 1', 'up'), executed('failed')],
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'something beside the tests broke while the disk was full',
    events: [
      ...[both, passed(a), passed(b)],
      ...[whileRunning('ENOSPC: no space left'), answered('error 1', 'up'), executed('failed')],
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the time of Playwright was up, which it says as an error',
    events: [
      ...[both, passed(a)],
      ...[whileRunning('Timed out waiting 1s'), answered('error 1', 'up'), executed('timedout')],
    ],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a promise was broken before the time of Playwright was up',
    events: [
      ...[both, failed(a), answered(a, 'up')],
      ...[whileRunning('Timed out waiting 1s'), answered('error 1', 'up'), executed('timedout')],
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'a test failed and was skipped when it was tried again',
    events: [both, failed(a), answered(a, 'up'), attempt(a, 'skipped'), passed(b)],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'a test failed and was not eligible when it was tried again',
    events: [
      ...[both, failed(a), answered(a, 'up')],
      ...[ineligible(a, 'role:user', 'no credentials'), passed(b)],
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'results came back for a plan that was lost',
    events: [passed(a), executed('passed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'Playwright says failed, and every test says passed',
    events: [both, passed(a), passed(b), executed('failed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'the selection is empty, and Playwright says failed',
    events: [plan(), executed('failed')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'something that the run made stays on the target, and all promises were kept',
    events: [
      both,
      passed(a),
      passed(b),
      executed('passed'),
      diagnostic('regression', 'the user uat-a was removed and is still there'),
    ],
    kind: 'regression',
    exitCode: 1,
  },
  {
    situation: 'specs that cannot be loaded are never the product’s fault, though it answers',
    events: [loading('no such fixture'), answered('error 1', 'up'), executed('failed')],
    kind: 'configuration',
    exitCode: 2,
  },
  {
    situation: 'the time of the run was up',
    events: [both, passed(a), diagnostic('infrastructure', 'the run was ended after 20m')],
    kind: 'infrastructure',
    exitCode: 3,
  },
  {
    situation: 'a confirmed regression meets infrastructure trouble',
    events: [
      both,
      failed(a),
      answered(a, 'up'),
      failed(b),
      answered(b, 'down'),
      diagnostic('infrastructure', 'no answer'),
    ],
    kind: 'regression',
    exitCode: 1,
  },
  { situation: 'the selection is empty', events: [plan()], kind: 'empty', exitCode: 4 },
  { situation: 'nothing was even planned', events: [], kind: 'empty', exitCode: 4 },
  {
    situation: 'only a dependency ran',
    events: [plan(planned(smoke, { dependency: true })), passed(smoke)],
    kind: 'empty',
    exitCode: 4,
  },
  {
    situation: 'everything selected is not eligible here',
    events: [behindSmoke, passed(smoke), ineligible(a, 'grant:policy', 'no grant')],
    kind: 'empty',
    exitCode: 4,
  },
  {
    situation: 'everything selected was skipped',
    events: [both, attempt(a, 'skipped'), attempt(b, 'skipped')],
    kind: 'empty',
    exitCode: 4,
  },
  {
    situation: 'Ctrl-C after a test had passed',
    events: [both, passed(a), stoppedBy('SIGINT')],
    kind: 'interrupted',
    exitCode: 130,
  },
  {
    situation: 'SIGTERM after a promise was found broken',
    events: [both, failed(a), answered(a, 'up'), stoppedBy('SIGTERM')],
    kind: 'interrupted',
    exitCode: 143,
  },
])('$kind ($exitCode): $situation', ({ kind, exitCode, events }) => {
  const verdict = verdictOn(events);

  expect({ kind: verdict.kind, exitCode: verdict.exitCode }).toEqual({ kind, exitCode });
});

describe('a verdict', () => {
  test('counts each test once, and those of a dependency apart', () => {
    const { counts } = verdictOn([
      plan(planned(smoke, { dependency: true }), ...['1', '2', '3', '4', '5', '6'].map((id) => planned(id))),
      passed(smoke),
      passed('1'),
      failed('2'),
      failed('3'),
      passed('3', { index: 1 }),
      attempt('4', 'skipped'),
      ineligible('5', 'grant:policy', 'no grant'),
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
      unknown: 0,
      dependency: 1,
    });
  });

  test('tells of a failure where it is, what it covers and how to run it again', () => {
    const { failures } = verdictOn([
      plan(planned(a, { catches: ['A4'] })),
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
        catches: ['A4'],
        fingerprint: 'beef',
        class: 'product',
        cause: 'product',
        layer: 'console',
        evidence: [
          'the test got a result, and it was wrong',
          'the target answered its probe: GET http://t/api/ping answered 200',
        ],
        confidence: 'high',
        labels: [],
        phase: 'test',
        error: 'expected 401, got 200 from GET /api/auth/users/me',
        rerun: "pnpm uat authnz --grep 'a'",
        attachments: ['trace.zip'],
      },
    ]);
  });

  test('lists a failure that came without a word', () => {
    const verdict = verdictOn([plan(planned(a)), attempt(a, 'failed'), answered(a, 'up')]);

    expect(verdict).toMatchObject({
      kind: 'regression',
      failures: [{ id: a, error: 'no error was recorded' }],
    });
  });

  test('lists what was not proven with what was missing', () => {
    const { notEligible: listed } = verdictOn([both, passed(a), ineligible(b, 'grant:policy', 'no grant')]);

    expect(listed).toEqual([{ id: b, requires: 'grant:policy', reason: 'no grant' }]);
  });

  test('says why tests did not run behind a red dependency', () => {
    const verdict = verdictOn([behindSmoke, failed(smoke), answered(smoke, 'up')]);

    expect(verdict.counts).toMatchObject({ discovered: 1, notRun: 1, dependency: 1 });
    expect(verdict.failures.map(({ id }) => id)).toEqual([smoke]);
    expect(verdict.trouble).toEqual(['1 test did not run: smoke is red']);
  });

  test('says why tests did not run when the run was interrupted or a result was lost', () => {
    expect(verdictOn([both, stoppedBy('SIGINT')]).trouble).toEqual([
      '2 tests did not run: the run was interrupted',
    ]);
    expect(verdictOn([both]).trouble).toEqual(['2 tests did not run: no result came back']);
  });

  test('says why tests did not run of which nothing was to be learnt', () => {
    const notRun = attempt(b, 'notRun', { reason: 'no sign-in succeeds' });

    const verdict = verdictOn([both, failed(a), answered(a, 'up'), notRun]);

    expect(verdict).toMatchObject({ kind: 'regression', counts: { failed: 1, notRun: 1 } });
    expect(verdict.trouble).toEqual(['1 test did not run: no sign-in succeeds']);
    expect(verdictOn([both, passed(a), notRun]).kind).toBe('infrastructure');
  });

  test('keeps what had been judged when the run was interrupted', () => {
    const verdict = verdictOn([both, failed(a), answered(a, 'up'), stoppedBy('SIGINT')]);

    expect(verdict).toMatchObject({
      counts: { failed: 1, notRun: 1 },
      failures: [{ id: a, class: 'product' }],
    });
  });

  test('says what was lost', () => {
    expect(verdictOn([passed(a)]).trouble).toEqual(['the plan of the run was lost']);
    expect(verdictOn([both, passed(a), passed(b), executed('failed')]).trouble).toEqual([
      'Playwright ended as failed, and no test says why',
    ]);
  });

  test('tells what went wrong beside the tests without a failed test', () => {
    const verdict = verdictOn([
      ...[both, passed(a), passed(b)],
      diagnostic('regression', 'the user uat-a is still there'),
    ]);

    expect(verdict).toMatchObject({
      kind: 'regression',
      failures: [],
      trouble: ['the user uat-a is still there'],
    });
  });

  test('lists each trouble once, also beside a regression', () => {
    const { trouble } = verdictOn([
      ...[both, failed(a), answered(a, 'down'), failed(b), answered(b, 'down')],
      ...[whileRunning('a worker died'), diagnostic('infrastructure', 'a worker died')],
    ]);

    expect(trouble).toEqual(['a worker died', 'GET http://t/api/ping failed: refused']);
  });

  test('carries the facts of the run and its seconds with one decimal', () => {
    expect(verdictOn([])).toMatchObject({
      schemaVersion: 2,
      runId: '20261122-1831-k3f9',
      suiteCommit: '83e2d5b',
      target: { name: 'embedded' },
      seconds: 41.8,
    });
  });

  test('is never green on a record without an end, and says so', () => {
    const verdict = judge(fold({ header, events: [both, passed(a), passed(b)] }));

    expect(verdict).toMatchObject({ kind: 'infrastructure', exitCode: 3, counts: { passed: 2 } });
    expect(verdict.trouble).toEqual(['the record has no end: the run was cut off, or is still in progress']);
  });

  test('tells when the first of the failed attempts had ended, counted from the moment the target was there', () => {
    const broken = { ...target, faults: ['A4'], readyAt: header.startedAt };
    const first = failed(a, { startedAt: '2026-11-22T18:31:09.000Z', ms: 120 });
    const second = failed(a, { startedAt: '2026-11-22T18:31:19.000Z', index: 1 });

    const verdict = judge(fold({ header, events: [broken, both, second, first, ended] }));

    expect(verdict.failures).toEqual([expect.objectContaining({ foundAfter: 2 })]);
    expect(verdict.target).toMatchObject({ name: 'embedded', faults: ['A4'] });
  });

  test.each([
    { target: undefined, name: 'embedded' },
    { target: 'staging', name: 'staging' },
    { target: 'https://kamiwaza.test:8443/api', name: 'kamiwaza.test:8443' },
  ])('calls a target that was never looked at $name', ({ target: asked, name }) => {
    const request = asked === undefined ? {} : { target: asked };

    expect(judge(fold({ header: { ...header, request }, events: [ended] })).target).toMatchObject({
      name,
      url: null,
    });
  });

  test('is not deceived by a clock that was set back between two attempts', () => {
    const first = passed(a, { startedAt: '2026-11-22T18:31:19.000Z' });
    const second = failed(a, { startedAt: '2026-11-22T18:31:09.000Z', index: 1 });

    const verdict = judge(
      fold({ header, events: [plan(planned(a)), first, second, answered(a, 'up'), ended] }),
    );

    expect(verdict).toMatchObject({ kind: 'regression', counts: { failed: 1, flaky: 0 } });
  });

  test('is one that its schema takes, also when the clock was set back during the run', () => {
    const events = [plan(planned(a)), passed(a, { startedAt: '2026-11-22T18:00:00.000Z' })];
    const before: RecordEvent = { event: 'ended', at: '2026-11-22T18:00:01.000Z' };

    const verdict = judge(fold({ header, events: [...events, before] }));

    expect(verdict.seconds).toBe(0);
    expect(verdictSchema.safeParse(verdict).success).toBe(true);
  });
});
