import type { VerdictKind } from '@uat/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFailure, aVerdict } from '../testing/verdicts.ts';
import type { SceneEnd } from './scene/uat-process.ts';
import { score } from './score.ts';
import type { Expectation, Situation } from './situation.ts';

const end = (exitCode: number | undefined, kind?: VerdictKind, leaks: string[] = []): SceneEnd => ({
  ...{ exitCode, verdict: kind === undefined ? undefined : aVerdict({ kind }), output: 'said', leaks },
});
const green = end(0, 'pass');
const regression: Expectation = { exitCode: 1, kind: 'regression' };

const situation = (expected: Expectation): Situation => ({
  ...{ id: 'dead-shard', row: 'merge', trouble: 'a shard is not there', expected },
  ...{ scene: { kind: 'merge' }, twin: { kind: 'merge' } },
});
const scored = (expected: Expectation, ended: SceneEnd, twin = green) =>
  score({ situation: situation(expected), end: ended, twin, seconds: 1 });

describe('a situation', () => {
  test('is right when exit code and kind are as expected', () => {
    expect(scored(regression, end(1, 'regression'))).toMatchObject({
      ...{ isRight: true, isFalseGreen: false, isConfused: false, isFalseAlarm: false },
    });
  });

  test.each([
    { what: 'another kind', ended: end(3, 'infrastructure'), isConfused: true },
    { what: 'another kind with the right exit code', ended: end(1, 'infrastructure'), isConfused: true },
    { what: 'another exit code', ended: end(2, 'configuration'), isConfused: false },
    { what: 'no verdict', ended: end(1), isConfused: false },
    { what: 'no exit code', ended: end(undefined), isConfused: false },
    { what: 'a secret in a file', ended: end(1, 'regression', ['junit.xml']), isConfused: false },
  ])('is wrong with $what', ({ ended, isConfused }) => {
    expect(scored(regression, ended)).toMatchObject({ isRight: false, isFalseGreen: false, isConfused });
  });

  test('that calls infrastructure a regression by its exit code alone is confused', () => {
    expect(scored({ exitCode: 3 }, end(1))).toMatchObject({ isRight: false, isConfused: true });
  });

  test('that is green by exit code or by verdict is a false green', () => {
    expect(scored(regression, end(0))).toMatchObject({ isRight: false, isFalseGreen: true });
    expect(scored(regression, end(1, 'pass'))).toMatchObject({ isRight: false, isFalseGreen: true });
  });

  test('whose twin is not green is a false alarm', () => {
    expect(scored(regression, end(1, 'regression'), end(3, 'infrastructure'))).toMatchObject({
      ...{ isRight: true, isFalseAlarm: true },
    });
  });

  test('has to have the counts and the cause that are expected', () => {
    const verdict = aVerdict({ kind: 'regression', failures: [aFailure('one')] });
    const ended = { ...end(1), verdict };
    const failed = (count: number) => ({ ...regression, counts: { failed: count } });

    expect(scored(failed(verdict.counts.failed), ended).isRight).toBe(true);
    expect(scored(failed(verdict.counts.failed + 1), ended).isRight).toBe(false);
    expect(scored({ ...regression, cause: 'product' }, ended).isRight).toBe(true);
    expect(scored({ ...regression, cause: 'infrastructure' }, ended).isRight).toBe(false);
  });
});

test('what misleads is never right', () => {
  const kinds = fc.constantFrom<VerdictKind>(
    'pass',
    'regression',
    'infrastructure',
    'configuration',
    'empty',
  );
  const ends = fc.record({ exitCode: fc.integer({ min: 0, max: 4 }), kind: kinds });
  fc.assert(
    fc.property(ends, ends, (expected, { exitCode, kind }) => {
      const codes = {
        pass: 0,
        regression: 1,
        configuration: 2,
        infrastructure: 3,
        empty: 4,
        interrupted: 130,
      };
      const right = { kind: expected.kind, exitCode: codes[expected.kind] };
      const { isRight, isFalseGreen, isConfused } = scored(right, end(exitCode, kind));

      expect(isRight && (isFalseGreen || isConfused)).toBe(false);
    }),
  );
});
