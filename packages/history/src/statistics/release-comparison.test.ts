import { describe, expect, test } from 'vitest';
import { resultsOf } from '../testing/index.ts';
import { releaseComparison } from './release-comparison.ts';

const times = (passed: number, failed: number) => 'P'.repeat(passed) + 'F'.repeat(failed);

/** Results of versions in their order, as patterns. */
const on = (versions: Record<string, string>) => {
  const all = resultsOf(Object.values(versions).join(''));
  const names = Object.entries(versions).flatMap(([version, pattern]) => Array.from(pattern, () => version));
  return all.map((result, index) => ({ ...result, version: names[index] ?? null }));
};

describe('a test on a version is', () => {
  test('worse than on the version before', () => {
    expect(
      releaseComparison(on({ '1.0': times(98, 2), '1.1': times(15, 5) }), { version: '1.1' }),
    ).toMatchObject({
      status: 'worse',
      sample: { failed: 5, passed: 15 },
      basis: { version: '1.0' },
      sentence: "passes less often: 75 % of 20 runs, 98 % of 100 on 1.0 (Fisher's exact test, 99.9 %)",
    });
  });

  test('worse than on the best of the past versions, so that a slow decline is seen', () => {
    const history = on({ '1.0': times(100, 0), '1.1': times(80, 10), '1.2': times(44, 6) });

    expect(releaseComparison(history, { version: '1.2' })).toMatchObject({
      status: 'worse',
      basis: { version: '1.0' },
    });
  });

  test.each([
    { what: 'two failures', sample: times(6, 2) },
    { what: 'a drop of up to 5 points', sample: times(960, 40) },
    { what: 'recoveries on retry', sample: 'RRRRRRPPPP' },
  ])('not worse by $what', ({ sample }) => {
    const history = on({ '1.0': times(297, 3), '1.1': sample });

    expect(releaseComparison(history, { version: '1.1' })).toMatchObject({ status: 'not-worse' });
  });

  test('better when it passes significantly more often', () => {
    const history = on({ '1.0': times(70, 30), '1.1': times(60, 0) });

    expect(releaseComparison(history, { version: '1.1' })).toMatchObject({ status: 'better' });
  });

  test('still worse with 90 % confidence when it was before', () => {
    const history = on({ '1.0': times(27, 1), '1.1': times(17, 4) });

    expect(releaseComparison(history, { version: '1.1' })).toMatchObject({ status: 'not-worse' });
    expect(releaseComparison(history, { version: '1.1', open: true })).toMatchObject({ status: 'worse' });
  });
});

describe('nothing is compared, and so nothing is green,', () => {
  test('without a run on the version', () => {
    expect(releaseComparison(on({ '1.0': times(9, 0) }), { version: '1.1' })).toMatchObject({
      status: 'missing-sample',
    });
  });

  test('without a past version', () => {
    expect(releaseComparison(on({ '1.1': times(9, 0) }), { version: '1.1' })).toMatchObject({
      status: 'missing-basis',
    });
  });
});

test.each([
  { what: 'of 6 runs, 3 of them failed', sample: times(3, 3), status: 'worse' },
  { what: 'of 5 runs', sample: times(2, 3), status: 'missing-basis' },
  { what: 'with 2 failures', sample: times(4, 2), status: 'missing-basis' },
  { what: 'that passes in 95 %', sample: times(57, 3), status: 'missing-basis' },
])('a new test $what is $status', ({ sample, status }) => {
  expect(releaseComparison(on({ '1.1': sample }), { version: '1.1' })).toMatchObject({ status });
});
