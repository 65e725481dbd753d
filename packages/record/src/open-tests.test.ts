import { expect, test } from 'vitest';
import { attempt, failed, header, ineligible, passed, plan, planned, timed } from './testing/index.ts';
import { fold } from './fold.ts';
import { openTests } from './open-tests.ts';
import type { RecordEvent } from './schema.ts';

const id = 'authnz/sign-in#a';

test.each<{ what: string; events: RecordEvent[]; open: boolean }>([
  { what: 'failed', events: [failed(id)], open: true },
  { what: 'did not run', events: [attempt(id, 'notRun', { reason: 'smoke is red' })], open: true },
  { what: 'was cut off', events: [attempt(id, 'interrupted')], open: true },
  { what: 'was never begun', events: [], open: true },
  {
    what: 'failed and was skipped when it was tried again',
    events: [failed(id), attempt(id, 'skipped')],
    open: true,
  },
  { what: 'passed', events: [passed(id)], open: false },
  { what: 'passed when it was tried again', events: [failed(id), passed(id, { index: 1 })], open: false },
  { what: 'was skipped', events: [attempt(id, 'skipped')], open: false },
  { what: 'is not eligible', events: [ineligible(id, 'grant:users', 'no grant')], open: false },
])('a test that $what is open: $open', ({ events, open }) => {
  const state = fold({ header, events: timed([plan(planned(id)), ...events]) });

  expect(openTests(state).map((one) => one.id)).toEqual(open ? [id] : []);
});
