import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NightlyArtifact, nightlyState } from './nightly-state.ts';

const now = new Date('2026-12-02T06:00:00Z');
const ago = (hours: number, change: Partial<NightlyArtifact> = {}): NightlyArtifact => ({
  createdAt: new Date(now.valueOf() - hours * 3_600_000).toISOString(),
  ...{ branch: 'main', isFork: false, url: 'https://github.com/acme/uat/actions/runs/7', ...change },
});

describe('the nightly runs', () => {
  test('are alive when one was recorded within 26 hours', () => {
    expect(nightlyState([ago(50), ago(25.9)], 'main', now)).toMatchObject({ kind: 'alive' });
  });

  test.each([
    { what: 'the last one is older', artifacts: [ago(26.1)] },
    { what: 'none was ever recorded', artifacts: [] },
    { what: 'the only one is of another branch', artifacts: [ago(1, { branch: 'wip' })] },
    { what: 'the only one is of a fork', artifacts: [ago(1, { isFork: true })] },
    { what: 'the only one is of tomorrow', artifacts: [ago(-24)] },
    { what: 'the only one has no time', artifacts: [ago(1, { createdAt: '' })] },
  ])('are overdue when $what', ({ artifacts }) => {
    expect(nightlyState(artifacts, 'main', now)).toMatchObject({ kind: 'overdue', hours: 26 });
  });

  test('are judged by the newest, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (hours) => {
        const isAlive = Math.min(...hours) <= 26;
        expect(
          nightlyState(
            hours.map((one) => ago(one)),
            'main',
            now,
          ).kind,
        ).toBe(isAlive ? 'alive' : 'overdue');
      }),
    );
  });
});
