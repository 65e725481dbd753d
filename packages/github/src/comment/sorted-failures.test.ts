import { verdictOn, answered, failed, plan, planned, policy, quarantineOf } from '@uat/record/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortedFailures } from './sorted-failures.ts';

const [a, b] = ['authnz/tokens#a', 'authnz/tokens#b'];
const verdict = verdictOn([
  ...[policy(quarantineOf(b)), plan(planned(a), planned(b))],
  ...[failed(a), answered(a, 'up'), failed(b), answered(b, 'up')],
]);
const ids = (failures: readonly { id: string }[]) => failures.map(({ id }) => id);

describe('a failure', () => {
  test('is new unless something speaks against it', () => {
    expect(ids(sortedFailures(verdict).fresh)).toEqual([a]);
  });

  test('in quarantine is known, with the ticket', () => {
    expect(sortedFailures(verdict).known).toEqual([
      { failure: expect.objectContaining({ id: b }), because: expect.stringContaining('ENG-9') },
    ]);
  });

  test('of which a ticket tracks the symptom is known', () => {
    const known = verdict.failures.map((one) => ({ ...one, class: 'known' as 'product' }));

    expect(sortedFailures({ failures: known }).fresh).toEqual([]);
  });

  test('with which the same test fails on the default branch is known, with the issue', () => {
    const { fresh, known } = sortedFailures(verdict, [{ fingerprint: 'beef', tests: [a], issue: 12 }]);

    expect(fresh).toEqual([]);
    expect(known[0]?.because).toBe('fails on the default branch too: #12');
  });

  test('is new when another test fails like it on the default branch', () => {
    const tracked = [{ fingerprint: 'beef', tests: ['authnz/tokens#other'], issue: 12 }];

    expect(ids(sortedFailures(verdict, tracked).fresh)).toEqual([a]);
  });
});

test('no failure is lost, and none is listed twice', () => {
  const tracked = fc.array(
    fc.record({
      fingerprint: fc.constantFrom('beef', 'f00d', ''),
      tests: fc.subarray([a, b]),
      issue: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(tracked, fc.subarray(verdict.failures), (issues, failures) => {
      const { fresh, known } = sortedFailures({ failures }, issues);

      expect(ids([...fresh, ...known.map(({ failure }) => failure)]).toSorted()).toEqual(
        ids(failures).toSorted(),
      );
    }),
  );
});
