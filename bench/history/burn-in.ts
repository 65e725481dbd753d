import { type PastRuns, repetitions } from '@uat/plan';
import type { Figure } from '../figure.ts';
import { type Random, randomFrom } from './random.ts';

/** Parameters of the pull requests; all of them are printed with the figures. */
const parameters = {
  pullRequests: 4_000,
  tests: 400,
  /** Median of the durations in seconds, and the deviation of their logarithm. */
  seconds: { median: 4, deviation: 1 },
  /** Share of pull requests with new tests, and the most of these in one. */
  withNewTests: 0.25,
  mostNewTests: 3,
  /** Runs before a pull request lands: 1, and more with this mean. */
  moreRuns: 2,
  /** Share of new tests that are flaky, and the range of the rates at which their attempts fail. */
  flaky: 0.15,
  flakyRates: [0.03, 0.5],
} as const;

/** Flakes that fail this seldom would take 44 attempts for 90 %, at 5 %; the steps of the burn-in make 10 or fewer. */
const rare = '3–10 %';

/** New flaky tests that show before they land, when every run of a pull request burns its new tests in. */
export function burnIn(seed: number): Figure[] {
  const random = randomFrom(seed);
  const duration = () => parameters.seconds.median * Math.exp(parameters.seconds.deviation * random.normal());
  const suite = Array.from({ length: parameters.tests }, (_, index) => ({
    id: `area/file#old-${index}`,
    area: 'area',
    capability: `capability-${index % 20}`,
    seconds: duration(),
  }));
  const past = new Map<string, PastRuns>(
    suite.map(({ id, seconds }) => [id, { runs: 50, breaks: 0, lastRunId: 'run', seconds: [seconds] }]),
  );
  const suiteSeconds = suite.reduce((sum, { seconds }) => sum + seconds, 0);
  const sum = { all: 0, extra: 0, flakes: 0, found: 0, foundAnyway: 0, foundAtOnce: 0 };
  const bands = new Map<string, { found: number; all: number }>();
  for (let pull = 0; pull < parameters.pullRequests; pull += 1) {
    const isAdding = random.chance(parameters.withNewTests);
    const added = Array.from(
      { length: isAdding ? 1 + random.below(parameters.mostNewTests) : 0 },
      (_, index) => ({
        id: `area/file#new-${index}`,
        area: 'area',
        capability: `capability-${random.below(20)}`,
        seconds: duration(),
        rate: random.chance(parameters.flaky) ? random.logUniform(...parameters.flakyRates) : 0,
      }),
    );
    const times = new Map(repetitions([...suite, ...added], past).tests.map(({ id, times: n }) => [id, n]));
    const runs = 1 + random.geometric(parameters.moreRuns);
    sum.all += runs * suiteSeconds;
    for (const { id, seconds, rate } of added) {
      const each = times.get(id) ?? 1;
      sum.all += runs * seconds;
      sum.extra += runs * seconds * (each - 1);
      if (rate === 0) continue;
      const isFound = shows(random, rate, runs * each);
      sum.flakes += 1;
      sum.found += Number(isFound);
      sum.foundAtOnce += Number(shows(random, rate, each));
      sum.foundAnyway += Number(shows(random, rate, runs));
      const band = rate < 0.1 ? rare : rate < 0.25 ? '10–25 %' : '25–50 %';
      const inBand = bands.get(band) ?? { found: 0, all: 0 };
      bands.set(band, { found: inBand.found + Number(isFound), all: inBand.all + 1 });
    }
  }
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const byRate = [...bands]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([band, one]) => `${band}: ${percent(one.found, one.all)}`);
  const often = [...bands].reduce(
    (total, [band, one]) =>
      band === rare ? total : { found: total.found + one.found, all: total.all + one.all },
    { found: 0, all: 0 },
  );
  return [
    {
      what: 'burn-in, new flaky tests that show before they land',
      against: `Datadog: up to 75 %; without burn-in: ${percent(sum.foundAnyway, sum.flakes)}; by rate: ${byRate.join(', ')}; seed ${seed}; ${JSON.stringify(parameters)}`,
      figure: `${percent(sum.found, sum.flakes)} of ${sum.flakes} (${percent(sum.foundAtOnce, sum.flakes)} in the first run); ${percent(often.found, often.all)} of those that fail in 10 % or more`,
      aim: '≥ 90 %',
    },
    {
      what: 'burn-in, extra time',
      against: 'all runs of all pull requests',
      figure: percent(sum.extra, sum.all),
      aim: '≤ 2 %',
    },
  ];
}

/** Whether a test both fails and passes in so many attempts. */
function shows(random: Random, rate: number, attempts: number): boolean {
  const failed = Array.from({ length: attempts }, () => random.chance(rate)).filter(Boolean).length;
  return failed > 0 && failed < attempts;
}
