import type { RecordEvent } from '@uat/record';
import { failed, ineligible, passed, plan, planned, stateOf } from '@uat/record/testing';
import { describe, expect, test } from 'vitest';
import { testHistory } from './test-history.ts';

const ends = 'authnz/tokens#a-revoked-token-ends';
const once = 'authnz/tokens#a-token-ends';
const other = 'authnz/tokens#a-token-has-a-scope';

const run = (runId: string, ...events: RecordEvent[]) => stateOf(events, { runId });

describe('the history of a test', () => {
  test('lists its result in each run that held it, in the order of the runs', () => {
    const runs = [
      run('third', plan(planned(ends), planned(other)), failed(ends, { message: 'got 200', ms: 2_100 })),
      run('second', plan(planned(other)), passed(other)),
      run('first', plan(planned(ends)), passed(ends, { ms: 900 })),
    ];

    expect(testHistory(runs, ends)).toMatchObject({
      id: ends,
      title: 'a revoked token ends',
      results: [
        { runId: 'third', outcome: 'failed', detail: 'got 200', seconds: 2.1 },
        { runId: 'first', outcome: 'passed', seconds: 0.9 },
      ],
    });
  });

  test('goes on under the ids that it had before, whichever of them is named', () => {
    const runs = [
      run('new', plan(planned(ends, { aliases: [once] })), passed(ends)),
      run('old', plan(planned(once)), passed(once)),
    ];

    for (const name of [ends, once]) {
      expect(testHistory(runs, name).results.map(({ runId }) => runId)).toEqual(['new', 'old']);
    }
  });

  test('says why a run has no result of it', () => {
    const reason = "target 'staging' does not grant tokens";
    const runs = [run('only', plan(planned(ends)), ineligible(ends, 'grant:tokens', reason))];

    expect(testHistory(runs, ends).results).toMatchObject([{ outcome: 'notEligible', detail: reason }]);
  });

  test('is found by words of its title', () => {
    const runs = [run('only', plan(planned(ends), planned(other)), passed(ends), passed(other))];

    expect(testHistory(runs, 'revoked token')).toMatchObject({ id: ends });
  });

  test.each([
    { what: 'fit several tests', words: 'token', says: `fits 2 tests: ${ends}, ${other}` },
    { what: 'fit none', words: 'moon', says: "No stored run holds a test 'moon'" },
  ])('is a configuration error when the words $what', ({ words, says }) => {
    const runs = [run('only', plan(planned(ends), planned(other)), passed(ends), passed(other))];

    expect(() => testHistory(runs, words)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
    );
  });
});
