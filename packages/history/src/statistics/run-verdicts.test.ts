import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryPattern, resultsOf } from '../testing/index.ts';
import { runVerdicts } from './run-verdicts.ts';

test.each([
  { what: 'that all failed fail', pattern: ['F', 'F'], outcome: 'failed' },
  { what: 'that all passed pass', pattern: ['P', 'P'], outcome: 'passed' },
  { what: 'of which one failed are flaky', pattern: ['P', 'F'], outcome: 'flaky' },
  { what: 'of which one recovered are flaky', pattern: ['P', 'R'], outcome: 'flaky' },
  { what: 'without evidence beside one that passed pass', pattern: ['P', 'I'], outcome: 'passed' },
])('repetitions in one run $what', ({ pattern, outcome }) => {
  const results = pattern.flatMap((letter, index) =>
    resultsOf(letter, { test: index === 0 ? 'a/b#c' : `a/b#c~${index + 1}` }),
  );

  expect(runVerdicts(results)).toMatchObject([{ runId: 'r1', outcome }]);
});

test('failures of the machine and tests that did not run are no evidence', () => {
  expect(runVerdicts(resultsOf('PINF')).map(({ runId }) => runId)).toEqual(['r1', 'r4']);
});

test('do not depend on the order of the results', () => {
  fc.assert(
    fc.property(
      arbitraryPattern.chain((pattern) => {
        const results = resultsOf(pattern);
        return fc.tuple(
          fc.constant(results),
          fc.shuffledSubarray(results, { minLength: results.length, maxLength: results.length }),
        );
      }),
      ([results, shuffled]) => {
        expect(runVerdicts(shuffled)).toEqual(runVerdicts(results));
      },
    ),
  );
});
