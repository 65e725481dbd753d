import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryPattern, resultsOf } from '../testing/index.ts';
import { episodesIn, qualifications } from './qualifications.ts';
import { runVerdicts } from './run-verdicts.ts';

/** The qualifications of a pattern right after its last run. */
const qualified = (pattern: string, hours = 6, incidents: ReadonlyMap<string, number> = new Map()) => {
  const results = resultsOf(pattern, { hours });
  return qualifications(results, { now: new Date(results.at(-1)?.startedAt ?? 0), incidents });
};

describe('a test is flaky', () => {
  test('after two episodes in 14 days, which a clean run separates', () => {
    expect(qualified('PPFPPRPP')).toMatchObject([
      { class: 'flaky', reasons: ['separate-episodes'], episodes: 2, failedRuns: 2, runs: 8 },
    ]);
  });

  test('after two recoveries on retry, also in one episode', () => {
    expect(qualified('PPRRPP')).toMatchObject([
      { class: 'flaky', reasons: ['repeated-retry-recovery'], episodes: 1 },
    ]);
  });

  test('after three episodes on three days of the last 28', () => {
    expect(qualified('PFPPPPPPPPFPPPPPPPPPFPPP', 24)).toMatchObject([
      { class: 'flaky', reasons: ['separate-episodes', 'historical-recurrence'] },
    ]);
    expect(qualified('PFPPPPFPPPPFPPPPPPPPPPPPPP', 24)).toMatchObject([
      { class: 'flaky', reasons: ['historical-recurrence'], days: 28, episodes: 3, spanDays: 10 },
    ]);
  });

  test('in the context in which it is, and only there', () => {
    const flaky = resultsOf('PPFPPRPP', { lane: 'cd' });
    const stable = resultsOf('PPPPPPPP', { lane: 'nightly' });

    expect(
      qualifications([...flaky, ...stable], { now: new Date(flaky.at(-1)?.startedAt ?? 0) }),
    ).toMatchObject([{ lane: 'cd', class: 'flaky' }]);
  });
});

describe('a test is not flaky', () => {
  test('when it is consistently failing: its last two runs failed for good', () => {
    expect(qualified('PFPPFF')).toMatchObject([
      { class: 'consistently-failing', reasons: ['consecutive-terminal-failures'] },
    ]);
  });

  test('after one episode, or a second one more than 14 days before', () => {
    expect(qualified('PPPFPP')).toEqual([]);
    expect(qualified(`PF${'P'.repeat(20)}FP`, 24)).toEqual([]);
  });

  test('when something was broken and repaired, once or twice', () => {
    expect(qualified('PPFFFPPPFFFFPP')).toEqual([]);
  });

  test('by the failures of suspected incidents, which are counted apart', () => {
    const incidents = new Map([['r3', 37]]);

    expect(qualified('PPFPPFPP', 6, incidents)).toEqual([]);
    expect(qualified('PPFPPFPRP', 6, incidents)).toMatchObject([
      { class: 'flaky', episodes: 2, incidentRuns: 1 },
    ]);
  });

  test('by failures of the infrastructure', () => {
    expect(qualified('PPIPPIPPIP')).toEqual([]);
  });
});

test('a run that passed at once is never an episode, and each other run is in exactly one', () => {
  fc.assert(
    fc.property(arbitraryPattern, (pattern) => {
      const verdicts = runVerdicts(resultsOf(pattern));
      const inEpisodes = episodesIn(verdicts).flat();

      expect(inEpisodes).toEqual(verdicts.filter(({ outcome }) => outcome !== 'passed'));
    }),
  );
});

test('a pass at once never makes a test flaky, unless it was consistently failing', () => {
  fc.assert(
    fc.property(arbitraryPattern, (pattern) => {
      const [before, after] = [qualified(`PP${pattern}`), qualified(`PP${pattern}P`)];

      expect(after.length).toBeLessThanOrEqual(before.length);
    }),
  );
});
