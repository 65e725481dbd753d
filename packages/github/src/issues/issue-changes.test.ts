import type { Verdict } from '@uat/record';
import { answered, failed, plan, planned, policy, quarantineOf, verdictOn } from '@uat/record/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureMarkerIn } from './failure-marker.ts';
import { type FailureIssue, issueChanges } from './issue-changes.ts';

const url = 'https://github.com/acme/uat/actions/runs/7';
const names = ['a', 'b', 'c'].map((name) => `authnz/tokens#${name}`);

/** A run in which these tests fail, each with a fingerprint. */
function night(failures: Record<string, string>, runId = 'first'): Verdict {
  const events = Object.entries(failures).flatMap(([id, fingerprint]) => [
    failed(id, { error: { message: `error ${fingerprint}`, fingerprint } }),
    answered(id, 'up'),
  ]);
  return { ...verdictOn([plan(...names.map((id) => planned(id))), ...events]), runId };
}

/** The issues after the changes to them were made. */
function after(verdict: Verdict, issues: readonly FailureIssue[] = []): FailureIssue[] {
  const changes = issueChanges([verdict], issues, url);
  const changed = issues.map((issue): FailureIssue => {
    const change = changes.find((one) => one.kind !== 'open' && one.number === issue.number);
    return change === undefined ? issue : { ...issue, body: change.body, state: 'open' };
  });
  const opened = changes.filter(({ kind }) => kind === 'open');
  return [
    ...changed,
    ...opened.map(({ body }, at): FailureIssue => ({
      ...{ number: issues.length + at + 1, state: 'open', body },
    })),
  ];
}

const [a = '', b = ''] = names;

describe('issues about failures', () => {
  test('are opened once per kind of failure, with all tests that fail in this way', () => {
    const changes = issueChanges([night({ [a]: 'beef', [b]: 'beef' })], [], url);

    expect(changes).toMatchObject([
      { kind: 'open', title: 'UAT: 2 tests: error beef', labels: ['uat-failure', 'product'] },
    ]);
    expect(failureMarkerIn(changes[0]?.body ?? '')).toMatchObject({ tests: [a, b], runs: 1 });
  });

  test('are updated when the failure is there again, and remember the first run', () => {
    const issues = after(night({ [a]: 'beef' }));
    const changes = issueChanges([night({ [a]: 'beef' }, 'second')], issues, url);

    expect(changes).toMatchObject([{ kind: 'update', number: 1 }]);
    expect(failureMarkerIn(changes[0]?.body ?? '')).toMatchObject({
      ...{ runs: 2, first: { runId: 'first' }, last: { runId: 'second' } },
    });
  });

  test('are reopened with a sentence when they were closed', () => {
    const closed = after(night({ [a]: 'beef' })).map((one) => ({ ...one, state: 'closed' as const }));

    expect(issueChanges([night({ [a]: 'beef' }, 'second')], closed, url)).toMatchObject([
      { kind: 'reopen', number: 1, comment: expect.stringContaining('failed again in run [second]') },
    ]);
  });

  test('are not opened for a failure in quarantine', () => {
    const verdict = verdictOn([policy(quarantineOf(a)), plan(planned(a)), failed(a), answered(a, 'up')]);

    expect(issueChanges([verdict], [], url)).toEqual([]);
  });

  test('of others are left alone', () => {
    const other: FailureIssue = { number: 1, state: 'closed', body: 'a person wrote this, with beef' };

    expect(issueChanges([night({ [a]: 'beef' })], [other], url)).toMatchObject([{ kind: 'open' }]);
  });

  test('are as many as there are kinds of failure, however many nights there were', () => {
    const failures = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('beef', 'f00d', 'cafe'));
    fc.assert(
      fc.property(fc.array(failures, { minLength: 1, maxLength: 6 }), (nights) => {
        const issues = nights.reduce<FailureIssue[]>(
          (there, found, at) => after(night(found, `night-${at}`), there),
          [],
        );

        const kinds = new Set(nights.flatMap((found) => Object.values(found)));
        expect(issues).toHaveLength(kinds.size);
        expect(new Set(issues.map(({ body }) => failureMarkerIn(body)?.fingerprint))).toEqual(kinds);
      }),
      { numRuns: 50 },
    );
  });

  test('do not change when the same run is reported again', () => {
    const issues = after(night({ [a]: 'beef' }));

    expect(after(night({ [a]: 'beef' }), issues)).toEqual(issues);
  });

  test('survive an error that would end the hidden part', () => {
    const issues = after(night({ [a]: 'x --> y' }));

    expect(failureMarkerIn(issues[0]?.body ?? '')).toMatchObject({ fingerprint: 'x --> y' });
    expect(issues[0]?.body.split('\n')[0]?.match(/-->/g)).toHaveLength(1);
  });
});
