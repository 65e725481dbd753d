import type { RunScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import type { SpecialAnswer } from '../target/target-scene.ts';
import { steady, steadyOn } from './steady.ts';

const regression = { exitCode: 1, kind: 'regression', cause: 'product' } as const;

const signIn: RunScene = { kind: 'run', args: ['set-up', '--grep', 'the administrator is known'] };
const signInWith = (path: string, answer: SpecialAnswer): RunScene => ({
  ...{ ...signIn, target: { answers: { [path]: answer } } },
});
const visited: RunScene = { kind: 'run', args: ['browser'] };
const hooked: RunScene = { kind: 'run', args: ['behind-hook'] };
const retried = (lane: string): RunScene => ({
  ...{ kind: 'run', args: ['steady', '--lane', lane, '--', '--retries', '1'] },
});
const locally = retried('local');
const inCd = retried('cd');
const onceBroken: Record<string, SpecialAnswer> = { '/api/models/': { status: 500, until: 1 } };
const limited: RunScene = { kind: 'run', args: ['steady', '--max-failures', '1', '--workers', '1'] };

const stumblingPage =
  '<!doctype html><html lang="en"><title>Kamiwaza</title><h1>Sign in</h1><script>console.error("it stumbled")</script></html>';
const page = { html: '<!doctype html><title>Welcome</title>' };

/** Products that break their promises while the target answers its probe. */
export const productSituations: readonly Situation[] = [
  {
    id: 'wrong-answer',
    row: 'broken',
    trouble: 'the models answer 500',
    scene: steadyOn({
      answers: { '/api/models/': { status: 500, json: { detail: 'Internal Server Error' } } },
    }),
    expected: { ...regression, counts: { passed: 3, failed: 1 } },
    twin: steady,
  },
  {
    id: 'account-for-visitors',
    row: 'broken',
    trouble: 'a visitor gets an account without signing in',
    scene: steadyOn({ answers: { '/api/auth/users/me': { json: { username: 'admin', roles: ['admin'] } } } }),
    expected: regression,
    twin: steady,
  },
  {
    id: 'page-for-json',
    row: 'broken',
    trouble: 'a page where JSON belongs',
    scene: steadyOn({ answers: { '/api/models/': page } }),
    expected: regression,
    twin: steady,
  },
  {
    id: 'redirect-loop',
    row: 'broken',
    trouble: 'the models redirect to themselves',
    scene: steadyOn({ answers: { '/api/models/': { location: 'itself' } } }),
    expected: regression,
    twin: steady,
  },
  {
    id: 'red-smoke',
    row: 'smoke',
    trouble: 'the smoke layer gets an answer that breaks the contract',
    scene: steadyOn({ answers: { '/api/auth/health': { json: { status: 5 } } } }),
    expected: { ...regression, counts: { passed: 0, notRun: 4, dependency: 1 } },
    twin: steady,
  },
  {
    id: 'sign-in-500',
    row: 'broken',
    trouble: 'the sign-in answers 500',
    scene: signInWith('/api/auth/token', { status: 500, json: { detail: 'Internal Server Error' } }),
    expected: regression,
    twin: signIn,
  },
  {
    id: 'sign-in-page',
    row: 'broken',
    trouble: 'the sign-in answers with a page',
    scene: signInWith('/api/auth/token', page),
    expected: regression,
    twin: signIn,
  },
  {
    id: 'wrong-identity',
    row: 'broken',
    trouble: 'who has signed in is taken for somebody else',
    scene: signInWith('/api/auth/users/me', {
      json: { username: 'mallory', sub: 'mallory', email: 'm@example.com', roles: ['viewer'], groups: [] },
    }),
    expected: regression,
    twin: signIn,
  },
  {
    id: 'red-set-up',
    row: 'broken',
    trouble: 'a hook before all tests fails while the target is up',
    scene: { ...hooked, env: { HOOK: 'broken' } },
    expected: { ...regression, counts: { failed: 1, notRun: 2 } },
    twin: hooked,
  },
  {
    id: 'error-on-the-page',
    row: 'broken',
    trouble: 'the console shows its sign-in, and writes an error to the console of the browser',
    scene: { ...visited, target: { answers: { '/': { html: stumblingPage } } } },
    expected: regression,
    twin: visited,
  },
  {
    id: 'flaky-within-budget',
    row: 'flaky',
    trouble: 'the models answer 500 once, in a lane without a flake budget',
    scene: { ...locally, target: { answers: onceBroken } },
    expected: { exitCode: 0, kind: 'pass', counts: { flaky: 1, failed: 0 } },
    twin: locally,
  },
  {
    id: 'flaky-over-budget',
    row: 'flaky',
    trouble: 'the models answer 500 once, in the lane cd: a fourth of the tests is flaky',
    scene: { ...inCd, target: { answers: onceBroken } },
    expected: { exitCode: 1, kind: 'regression', counts: { flaky: 1, failed: 0 } },
    twin: inCd,
  },
  {
    id: 'max-failures',
    row: 'notRun',
    trouble: 'the third of four tests fails, and the run ends at the first failure',
    scene: { ...limited, target: { answers: { '/api/models/': { status: 500 } } } },
    expected: { exitCode: 1, kind: 'regression', counts: { passed: 2, failed: 1, notRun: 1 } },
    twin: limited,
  },
  {
    id: 'leaked-password',
    row: 'broken',
    trouble: 'a wrong answer repeats the password',
    scene: {
      ...signIn,
      secret: 'a-Pa55word-that-belongs-in-no-file',
      target: {
        answers: {
          '/api/auth/token': { status: 500, json: { detail: 'a-Pa55word-that-belongs-in-no-file is odd' } },
        },
      },
    },
    expected: regression,
    twin: signIn,
  },
];
