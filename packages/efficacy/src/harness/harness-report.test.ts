import { expect, test } from 'vitest';
import { harnessReport, isTrustworthy } from './harness-report.ts';
import type { SituationScore } from './score.ts';

const scored = (situation: string, change: Partial<SituationScore> = {}): SituationScore => ({
  ...{ situation, row: 'merge', trouble: 'a shard is not there', seconds: 1 },
  expected: { exitCode: 3, kind: 'infrastructure' },
  got: { exitCode: 3, kind: 'infrastructure', trouble: [], leaks: [] },
  ...{ isRight: true, isFalseGreen: false, isConfused: false, isFalseAlarm: false },
  ...change,
});
const report = (...scores: SituationScore[]) => harnessReport(scores, { fast: false, seconds: 60 });
const many = (count: number) => Array.from({ length: count }, (_, at) => scored(`s${at}`));

test('a report counts what is right and names what is not', () => {
  const wrong = scored('half-matrix', { isRight: false, isFalseGreen: true });

  expect(report(scored('dead-shard'), wrong, scored('twin', { isFalseAlarm: true }))).toMatchObject({
    ...{ schemaVersion: 1, total: 3, right: 2, fast: false, seconds: 60 },
    wrong: [{ situation: 'half-matrix', expected: wrong.expected, got: wrong.got }],
    ...{ falseGreens: ['half-matrix'], confused: [], falseAlarms: ['twin'] },
  });
});

test('97 of 100 right are enough, 96 are not', () => {
  const wrong = (count: number) =>
    Array.from({ length: count }, (_, at) => scored(`w${at}`, { isRight: false }));

  expect(isTrustworthy(report(...many(97), ...wrong(3)))).toBe(true);
  expect(isTrustworthy(report(...many(96), ...wrong(4)))).toBe(false);
});

test.each(['isFalseGreen', 'isConfused', 'isFalseAlarm'] as const)('one that %s is one too many', (flag) => {
  expect(isTrustworthy(report(...many(99), scored('one', { [flag]: true })))).toBe(false);
});
