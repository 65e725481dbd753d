import { testOf } from '@uat/record';
import { expectedSeconds, type PastRuns } from './past-runs.ts';

/** A test in its wave, with the reason why it is there. */
export interface OrderedTest {
  id: string;
  reason: string;
}

/** Tests that run together, before those of the next wave. */
export interface Wave {
  kind: 'failed-lately' | 'changed' | 'new' | 'rest';
  /** The most valuable per second first; of those that failed lately, the latest first. */
  tests: OrderedTest[];
}

export interface WaveOptions {
  /** Changed tests, by id, with the reason: `suites/authnz/sign-in.spec.ts changed`. */
  changed?: ReadonlyMap<string, string>;
  /** Time at which the run starts. */
  now: Date;
  /** Waves into which the other tests are split, by their value per second. */
  restWaves?: number;
}

/** A test failed lately if it did within so many of its runs … */
const latelyRuns = 10;
/** … and within so many days. */
const latelyDays = 14;
/** Mean of the prior for how often a test breaks, in runs: Beta(0.3, 0.5), as for changepoints. */
const prior = { breaks: 0.3, runs: 0.8 };

/**
 * Tests in the order in which they probably find a fault first: failed lately, changed, new, then by value per second,
 * which is how often a test broke per run, over its duration. Re-running recent failures first reaches an APFD near
 * 0.95 on 6,200 CI sessions (Dürsch et al. 2022, HPI technical report 145).
 *
 * The order is one of waves, because Playwright runs its tests in an order of its own: a wave is a `playwright test` run
 * or a project. Empty waves are left out.
 *
 * @param past See `pastRuns`.
 */
export function waves(
  tests: readonly { id: string }[],
  past: ReadonlyMap<string, PastRuns>,
  { changed = new Map(), now, restWaves = 2 }: WaveOptions,
): Wave[] {
  const secondsOf = expectedSeconds(past);
  const valued = tests
    .map(({ id }) => {
      const before = past.get(testOf(id));
      const seconds = Math.max(secondsOf(id), 0.001);
      return {
        id,
        seconds,
        value: breakRate(before) / seconds,
        ...waveFor({ id, seconds }, before, changed, now),
      };
    })
    .toSorted((a, b) => b.value - a.value);
  const inWave = (kind: Wave['kind']) => valued.filter((test) => test.kind === kind);
  const failedLately = inWave('failed-lately').toSorted(
    (a, b) => sinceFailure(a.id, past) - sinceFailure(b.id, past),
  );
  return [
    { kind: 'failed-lately' as const, tests: failedLately },
    { kind: 'changed' as const, tests: inWave('changed') },
    { kind: 'new' as const, tests: inWave('new') },
    ...parts(inWave('rest'), restWaves).map((part) => ({ kind: 'rest' as const, tests: part })),
  ]
    .filter((wave) => wave.tests.length > 0)
    .map((wave) => ({ kind: wave.kind, tests: wave.tests.map(({ id, reason }) => ({ id, reason })) }));
}

function waveFor(
  { id, seconds }: { id: string; seconds: number },
  past: PastRuns | undefined,
  changed: ReadonlyMap<string, string>,
  now: Date,
): { kind: Wave['kind']; reason: string } {
  if (
    past?.sinceFailure !== undefined &&
    past.sinceFailure < latelyRuns &&
    isLately(past.lastFailedAt, now)
  ) {
    const reason =
      past.sinceFailure === 0 ? 'failed in the last run' : `failed ${past.sinceFailure + 1} runs ago`;
    return { kind: 'failed-lately', reason };
  }
  const why = changed.get(id) ?? changed.get(testOf(id));
  if (why !== undefined) return { kind: 'changed', reason: why };
  if (past === undefined) return { kind: 'new', reason: 'new, no history' };
  return {
    kind: 'rest',
    reason: `broke ${past.breaks} times in ${past.runs} runs, takes ${Math.round(seconds * 10) / 10} s`,
  };
}

const sinceFailure = (id: string, past: ReadonlyMap<string, PastRuns>) =>
  past.get(testOf(id))?.sinceFailure ?? Number.POSITIVE_INFINITY;

const isLately = (at: string | undefined, now: Date) =>
  at !== undefined && now.getTime() - Date.parse(at) <= latelyDays * 86_400_000;

/** How often a test breaks per run, by its past. */
const breakRate = (past: PastRuns | undefined) =>
  ((past?.breaks ?? 0) + prior.breaks) / ((past?.runs ?? 0) + prior.runs);

/** The tests in `count` parts of equal expected time, in their order. */
function parts<Test extends { seconds: number }>(tests: readonly Test[], count: number): Test[][] {
  const share = tests.reduce((sum, { seconds }) => sum + seconds, 0) / Math.max(1, count);
  const split = Array.from({ length: Math.max(1, count) }, (): Test[] => []);
  let before = 0;
  for (const test of tests) {
    split[Math.min(split.length - 1, Math.floor(before / share))]?.push(test);
    before += test.seconds;
  }
  return split;
}
