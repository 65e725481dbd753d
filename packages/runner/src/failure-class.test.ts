import { expect, test } from 'vitest';
import { type FailureClass, failureClass } from './failure-class.ts';
import type { RecordedFailure } from './run-events.ts';

interface Row {
  what: string;
  failure: Partial<RecordedFailure>;
  state: 'up' | 'down';
  blamed: FailureClass;
}

test.each<Row>([
  { what: 'a broken promise of a target that answers', failure: {}, state: 'up', blamed: 'product' },
  { what: 'a sign-in that gives 500', failure: { phase: 'setup' }, state: 'up', blamed: 'product' },
  { what: 'a failure in the clean-up', failure: { phase: 'teardown' }, state: 'up', blamed: 'product' },
  { what: 'a target that is gone', failure: {}, state: 'down', blamed: 'infrastructure' },
  {
    what: 'refused credentials',
    failure: { blame: 'configuration' },
    state: 'up',
    blamed: 'configuration',
  },
  {
    what: 'refused credentials of a target that is gone since',
    failure: { blame: 'configuration' },
    state: 'down',
    blamed: 'configuration',
  },
  {
    what: 'what the fixtures know to be missing',
    failure: { blame: 'infrastructure' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'no browser',
    failure: { error: "browserType.launch: Executable doesn't exist at /root/.cache/chrome" },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a browser that cannot be started',
    failure: { error: 'browserType.launch: Failed to launch: Error: spawn /opt/chrome EACCES' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a worker that ended by itself',
    failure: { error: 'worker process exited unexpectedly (code=7, signal=null)' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a worker that was killed',
    failure: { error: 'Internal error: worker process exited unexpectedly (code=null, signal=SIGKILL)' },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a disk that is full',
    failure: { error: "ENOSPC: no space left on device, write '/tmp/trace.zip'" },
    state: 'up',
    blamed: 'infrastructure',
  },
  {
    what: 'a product that speaks of a worker process',
    failure: { error: 'expected 200, got 500: the worker process exited unexpectedly' },
    state: 'up',
    blamed: 'product',
  },
  {
    what: 'a page that was closed',
    failure: { error: 'page.goto: Target page, context or browser has been closed' },
    state: 'up',
    blamed: 'product',
  },
])('$what: $blamed', ({ failure, state, blamed }) => {
  const recorded: RecordedFailure = {
    error: 'expected 401, got 200',
    phase: 'test',
    layer: 'api',
    attachments: [],
  };

  expect(failureClass({ ...recorded, ...failure }, { state, detail: '' })).toBe(blamed);
});
