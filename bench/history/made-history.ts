import type { TestResult } from '@uat/history';
import type { Change } from '@uat/plan';
import { type Random, randomFrom } from './random.ts';

/** Parameters of a made history; all of them are printed with the figures. */
export const parameters = {
  tests: 400,
  /** Tests in a file. */
  testsPerFile: 8,
  days: 56,
  runsPerDay: 10,
  /** Median of the durations in seconds, and the deviation of their logarithm. */
  seconds: { median: 4, deviation: 1 },
  /** Source paths of the product, and the most of them that a test depends on. */
  paths: 120,
  mostPathsPerTest: 6,
  /** Share of the dependencies that the map of paths knows. */
  mapped: 0.9,
  mostPathsPerChange: 4,
  /** Share of changes that break tests; of these, share that breaks tests which do not depend on the changed paths. */
  faulty: 0.1,
  faultyElsewhere: 0.03,
  /** Mean number of broken tests beyond the first, and mean of the further runs until a fault is repaired. */
  moreBroken: 4,
  runsUntilRepair: 3,
  /** Share of flaky tests, and the range of the rates at which their attempts fail. */
  flaky: 0.06,
  flakyRates: [0.02, 0.4],
  /** Share of the flaky tests that become flaky during the history; as many are repaired. */
  flakyFromMiddle: 0.3,
  /** Probability that the environment fails an attempt, of any test in any run. */
  noise: 5e-5,
  /** Probability that a run is an incident, and the range of the share of tests that it fails. */
  incident: 0.01,
  incidentShare: [0.04, 0.3],
  /** Probability that a retry fails too, in an incident. */
  incidentRetryFails: 0.5,
} as const;

/** A fault in the product at the time of a run. */
export interface MadeFault {
  isNew: boolean;
  /** Whether it breaks tests that do not depend on the changed paths. */
  isElsewhere: boolean;
  breaks: readonly string[];
}

/** A made history, with the truth about it. */
export interface MadeHistory {
  results: TestResult[];
  changes: Change[];
  /** Ids in the order of their files, which is the order in which Playwright runs them. */
  tests: string[];
  /** Tests that the map of paths names for a path. */
  map: ReadonlyMap<string, readonly string[]>;
  /** Runs, in order, with the faults in the product: the tests that each breaks. */
  runs: { runId: string; startedAt: string; faults: MadeFault[] }[];
  /** The first and the last run in which a flaky test is flaky. */
  flaky: ReadonlyMap<string, { rate: number; from: number; to: number }>;
}

const start = Date.parse('2026-09-01T00:00:00.000Z');
const day = 86_400_000;

/** A history made from a seed: each run tests one change, and its tests are tried again once when they fail. */
export function madeHistory(seed: number): MadeHistory {
  const random = randomFrom(seed);
  const p = parameters;
  const runCount = p.days * p.runsPerDay;
  const tests = Array.from({ length: p.tests }, (_, index) => ({
    id: `area/file-${String(Math.floor(index / p.testsPerFile)).padStart(3, '0')}#test-${index}`,
    seconds: p.seconds.median * Math.exp(p.seconds.deviation * random.normal()),
    paths: distinct(1 + random.below(p.mostPathsPerTest), () => popularPath(random)),
  }));
  const ids = tests.map(({ id }) => id);
  const depending = new Map(
    Array.from({ length: p.paths }, (_, path) => [path, tests.filter((test) => test.paths.includes(path))]),
  );
  const map = new Map(
    [...depending].map(([path, all]) => [
      pathName(path),
      all.filter(() => random.chance(p.mapped)).map(({ id }) => id),
    ]),
  );
  const flaky = new Map(
    ids
      .filter(() => random.chance(p.flaky))
      .map((id) => [id, { rate: random.logUniform(...p.flakyRates), ...flakyTime(random, runCount) }]),
  );

  const history: MadeHistory = { results: [], changes: [], tests: ids, map, runs: [], flaky };
  let faults: { isElsewhere: boolean; breaks: string[]; until: number }[] = [];
  for (let run = 0; run < runCount; run += 1) {
    const runId = `run-${String(run).padStart(4, '0')}`;
    const startedAt = new Date(start + (run * day) / p.runsPerDay).toISOString();
    const changed = distinct(1 + random.below(p.mostPathsPerChange), () => popularPath(random));
    faults = faults.filter(({ until }) => run < until);
    const before = faults.length;
    if (random.chance(p.faulty)) {
      const isElsewhere = random.chance(p.faultyElsewhere);
      const reach = isElsewhere ? tests : changed.flatMap((path) => depending.get(path) ?? []);
      const breaks = distinct(
        1 + random.geometric(p.moreBroken),
        () => reach[random.below(reach.length)]?.id,
      );
      if (breaks.length > 0) {
        faults.push({ isElsewhere, breaks, until: run + 1 + random.geometric(p.runsUntilRepair) });
      }
    }
    const broken = new Set(faults.flatMap(({ breaks }) => breaks));
    const incident = random.chance(p.incident) ? random.logUniform(...p.incidentShare) : 0;
    history.changes.push({
      runId,
      paths: changed.map(pathName),
      breaks: faults.slice(before).flatMap(({ breaks }) => breaks),
    });
    history.runs.push({
      runId,
      startedAt,
      faults: faults.map(({ isElsewhere, breaks }, index) => ({
        isNew: index >= before,
        isElsewhere,
        breaks,
      })),
    });
    for (const { id, seconds } of tests) {
      const flake = flaky.get(id);
      const rate = flake !== undefined && run >= flake.from && run < flake.to ? flake.rate : 0;
      const isHit = random.chance(incident);
      const fails = (inIncident: number) =>
        broken.has(id) ||
        (isHit && random.chance(inIncident)) ||
        random.chance(rate) ||
        random.chance(p.noise);
      const outcome = !fails(1) ? 'passed' : fails(p.incidentRetryFails) ? 'failed' : 'flaky';
      const attempts = outcome === 'passed' ? 1 : 2;
      history.results.push({
        test: id,
        runId,
        startedAt,
        commit: `commit-${run}`,
        target: 'staging',
        version: `1.0.${run}`,
        lane: 'cd',
        outcome,
        ...(outcome === 'failed' ? { cause: 'product' as const } : {}),
        attempts,
        seconds: attempts * seconds * Math.exp(0.1 * random.normal()),
      });
    }
  }
  return history;
}

/** A path, the first ones more often than the last: changes and tests both gather in a few places. */
const popularPath = (random: Random) => Math.floor(parameters.paths * random.uniform() ** 2);

const pathName = (path: number) => `product/path-${path}.ts`;

function flakyTime(random: Random, runCount: number): { from: number; to: number } {
  const [starts, ends] = [
    random.chance(parameters.flakyFromMiddle),
    random.chance(parameters.flakyFromMiddle),
  ];
  const times = [random.below(runCount), random.below(runCount)].toSorted((a, b) => a - b);
  return { from: starts ? (times[0] ?? 0) : 0, to: ends ? (times[1] ?? runCount) : runCount };
}

/** Up to `count` distinct values. */
function distinct<Value>(count: number, draw: () => Value | undefined): Value[] {
  const values = new Set<Value>();
  for (let tries = 0; values.size < count && tries < 10 * count; tries += 1) {
    const value = draw();
    if (value !== undefined) values.add(value);
  }
  return [...values];
}
