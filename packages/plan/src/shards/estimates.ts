/** The estimated duration of a test. */
export interface Estimate {
  seconds: number;
  /** The source: its own history, the median of its capability, the median of all tests, or 1 s for want of any. */
  from: 'history' | 'capability' | 'all' | 'default';
}

export interface EstimatesOptions {
  /** Quantile of a test's recorded durations, from 0 to 1: above 0.5, so that most runs keep within the estimate. */
  quantile?: number;
  /** The capability of a test, where it is known. */
  capabilityOf?: (test: string) => string | undefined;
}

/**
 * Estimates of durations from recorded ones, in seconds. A test without history takes the median of its capability's
 * estimates, else the median of all, else 1 s. Durations that are no times are ignored.
 */
export function estimates(
  durationsByTest: ReadonlyMap<string, readonly number[]>,
  { quantile = 0.75, capabilityOf = () => undefined }: EstimatesOptions = {},
): (test: string) => Estimate {
  const known = new Map<string, number>();
  for (const [test, durations] of durationsByTest) {
    const seconds = quantileOf(
      durations.filter((one) => Number.isFinite(one) && one >= 0),
      quantile,
    );
    if (seconds !== undefined) known.set(test, seconds);
  }
  const medians = new Map(
    [...Map.groupBy(known.keys(), capabilityOf)].map(([capability, tests]) => [
      capability,
      quantileOf(
        tests.flatMap((test) => known.get(test) ?? []),
        0.5,
      ),
    ]),
  );
  const median = quantileOf([...known.values()], 0.5);

  return (test) => {
    const own = known.get(test);
    if (own !== undefined) return { seconds: own, from: 'history' };
    const capability = capabilityOf(test);
    const peers = capability === undefined ? undefined : medians.get(capability);
    if (peers !== undefined) return { seconds: peers, from: 'capability' };
    return median === undefined ? { seconds: 1, from: 'default' } : { seconds: median, from: 'all' };
  };
}

/**
 * The sample quantile, by linear interpolation between the closest ranks (type 7 of Hyndman & Fan, "Sample quantiles in
 * statistical packages", 1996); `undefined` for an empty sample.
 */
function quantileOf(sample: readonly number[], quantile: number): number | undefined {
  const sorted = sample.toSorted((a, b) => a - b);
  const rank = (sorted.length - 1) * quantile;
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  return below === undefined || above === undefined ? undefined : below + (above - below) * (rank % 1);
}
