import type { RecordEvent } from '@uat/record';
import { judge } from '@uat/record';
import { answered, failed, passed, plan, planned, policy, quarantineOf, stateOf } from '@uat/record/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sortedFailures } from '../comment/sorted-failures.ts';
import { annotate, annotationsOn } from './annotate.ts';

const [a, b] = ['authnz/tokens#a', 'authnz/tokens#b'];

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
});
afterEach(() => vi.restoreAllMocks());

function annotated(...events: RecordEvent[]): string {
  const state = stateOf(events);
  const verdict = judge(state);
  annotate(annotationsOn(state, verdict, sortedFailures(verdict)));
  return printed;
}

test('a new failure is an error at its line, a known one a notice', () => {
  const lines = annotated(
    ...[policy(quarantineOf(b)), plan(planned(a), planned(b))],
    ...[failed(b), answered(b, 'up'), failed(a), answered(a, 'up')],
  );

  expect(lines).toMatch(
    /^::error title=a \(authnz%2C product\),file=suites\/authnz\/tokens\.spec\.ts,line=4::expected 401, got 200/,
  );
  expect(lines).toMatch(/^::notice title=b \(authnz%2C known\),.*in quarantine until/m);
});

test('a test that passed on a retry is a notice', () => {
  const retried = planned(a, { retries: 1 });

  expect(annotated(plan(retried), failed(a), passed(a, { index: 1 }))).toMatch(
    /^::notice title=a \(authnz%2C flaky\),.*::passed on a retry, after: expected 401/,
  );
});

test('trouble is an error when no test failed', () => {
  expect(annotated(plan(planned(a)))).toMatch(/^::error title=UAT::/);
});

test('an error of the product is no command', () => {
  const lines = annotated(
    plan(planned(a)),
    failed(a, { message: 'x\n::warning::y\r::z' }),
    answered(a, 'up'),
  );

  expect(lines.split(/\r?\n/).filter((line) => /^\s*::(warning|z)/.test(line))).toEqual([]);
});
