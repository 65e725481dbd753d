import { expect, test } from 'vitest';
import { failed, target } from '../testing/index.ts';
import { type FailureCause, failureCauseOf } from './failure-cause.ts';

interface Row {
  what: string;
  failure: Parameters<typeof failed>[1];
  state: 'up' | 'down';
  blamed: FailureCause;
}

test.each<Row>([
  { what: 'a broken promise of a target that answers', failure: {}, state: 'up', blamed: 'product' },
  { what: 'a sign-in that gives 500', failure: { phase: 'setup' }, state: 'up', blamed: 'product' },
  { what: 'a failure in the clean-up', failure: { phase: 'teardown' }, state: 'up', blamed: 'product' },
  { what: 'a target that is gone', failure: {}, state: 'down', blamed: 'infrastructure' },
  {
    what: 'refused credentials',
    failure: { cause: 'configuration' },
    state: 'up',
    blamed: 'configuration',
  },
  {
    what: 'refused credentials of a target that is gone since',
    failure: { cause: 'configuration' },
    state: 'down',
    blamed: 'configuration',
  },
  {
    what: 'what the fixtures know to be missing',
    failure: { cause: 'infrastructure' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'no browser',
    failure: { message: "browserType.launch: Executable doesn't exist at /root/.cache/chrome" },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a browser that cannot be started',
    failure: { message: 'browserType.launch: Failed to launch: Error: spawn /opt/chrome EACCES' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a worker that ended by itself',
    failure: { message: 'worker process exited unexpectedly (code=7, signal=null)' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a worker that was killed',
    failure: { message: 'Internal error: worker process exited unexpectedly (code=null, signal=SIGKILL)' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a disk that is full',
    failure: { message: "ENOSPC: no space left on device, write '/tmp/trace.zip'" },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a product that speaks of a worker process',
    failure: { message: 'expected 200, got 500: the worker process exited unexpectedly' },
    state: 'up',
    blamed: 'product',
  },
  {
    what: 'a page that was closed',
    failure: { message: 'page.goto: Target page, context or browser has been closed' },
    state: 'up',
    blamed: 'product',
  },
  {
    what: 'a name that the spec does not define',
    failure: {
      error: {
        message: 'modle is not defined',
        stack: 'ReferenceError: modle is not defined',
        fingerprint: '',
      },
    },
    state: 'down',
    blamed: 'test',
  },
  {
    what: 'a spec that uses what is not there',
    failure: {
      error: { message: 'x is not a function', stack: 'TypeError: x is not a function', fingerprint: '' },
    },
    state: 'up',
    blamed: 'product',
  },
  {
    what: 'a spec that uses what a target that is gone did not give',
    failure: {
      error: { message: 'x is not a function', stack: 'TypeError: x is not a function', fingerprint: '' },
    },
    state: 'down',
    blamed: 'infrastructure',
  },
])('$what: $blamed', ({ failure, state, blamed }) => {
  expect(failureCauseOf(failed('authnz/a#b', failure), { state })).toBe(blamed);
});

test('a failure on another version than at the start of the run was not judged', () => {
  const run = { accepted: new Set<string>(), machine: [], target };
  const on = (version: string) => failureCauseOf(failed('authnz/a#b'), { state: 'up', version }, run);

  expect(on('1.2.0')).toBe('product');
  expect(on('1.3.0')).toBe('infrastructure');
});
