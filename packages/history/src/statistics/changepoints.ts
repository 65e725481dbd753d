import { logRisingFactorial } from './log-rising-factorial.ts';
import type { RunVerdict } from './run-verdicts.ts';

/** A place in a history at which a test's tendency to fail changed. Numbers are indices of the verdicts. */
export interface Changepoint {
  /** The first verdict after the most probable place. */
  at: number;
  /** The change lies after this verdict, with a probability of at least 99.5 %. */
  after: number;
  /** The change lies before this verdict or right at it, with a probability of at least 99.5 %. */
  by: number;
}

/**
 * Prior probability of a change at any one run: higher, and noise would be taken for changes. This and the two priors
 * below are those of LUCI (analysis/internal/changepoints/analyzer).
 */
const logPrior = Math.log(1e-4);
/** Prior of the share of failing runs, Beta(0.3, 0.5): most tests nearly always pass or nearly always fail. */
const failing = sequenceLikelihood(0.3, 0.5);
/** Prior of the share of retried runs that fail for good, Beta(0.5, 0.5): a retry mostly helps always or never. */
const failingAfterRetry = sequenceLikelihood(0.5, 0.5);
/** Left out at either end of the interval, which so covers 99 %. */
const tail = 0.005;

/**
 * The changepoints of a history, with intervals of 99 %, in order: the Bayesian analysis of LUCI
 * (analysis/internal/changepoints/bayesian). A history is split where that makes it most likely, if it makes it more
 * likely by 10⁴, and its parts likewise. Between changepoints, the rates of failing and of recovering on retry are
 * constant but unknown.
 *
 * Each run is a position of its own, also on the same commit and version: a target can change without either.
 * @param verdicts In one context, oldest first.
 */
export function changepoints(verdicts: readonly Pick<RunVerdict, 'outcome' | 'attempts'>[]): Changepoint[] {
  const sums = cumulativeCounts(verdicts);
  const splits = splitsOf(sums, 0, verdicts.length);
  const found: Changepoint[] = [];
  for (const index of splits.keys()) {
    // A split was the best of a longer part; between its neighbours, another place may be more probable.
    const [from, to] = [found.at(-1)?.at ?? 0, splits[index + 1] ?? verdicts.length];
    found.push(placeIn(sums, from, to));
  }
  return found;
}

interface Counts {
  runs: number;
  failed: number;
  retried: number;
  failedAfterRetry: number;
}

/** Counts of the verdicts before each index, and of all. */
function cumulativeCounts(verdicts: readonly Pick<RunVerdict, 'outcome' | 'attempts'>[]): Counts[] {
  let last: Counts = { runs: 0, failed: 0, retried: 0, failedAfterRetry: 0 };
  return [
    last,
    ...verdicts.map(({ outcome, attempts }) => {
      const isFailed = outcome !== 'passed';
      const isRetried = outcome === 'flaky' || (isFailed && attempts > 1);
      last = {
        runs: last.runs + 1,
        failed: last.failed + Number(isFailed),
        retried: last.retried + Number(isRetried),
        failedAfterRetry: last.failedAfterRetry + Number(isRetried && outcome === 'failed'),
      };
      return last;
    }),
  ];
}

/** Indices at which the part [from, to) is split, in order. */
function splitsOf(sums: readonly Counts[], from: number, to: number): number[] {
  const unsplit = logLikelihood(sums, from, to);
  let best = { at: from, likelihood: Number.NEGATIVE_INFINITY };
  for (let at = from + 1; at < to; at += 1) {
    if (!isPossible(sums, at)) continue;
    const likelihood = logLikelihood(sums, from, at) + logLikelihood(sums, at, to);
    if (likelihood > best.likelihood) best = { at, likelihood };
  }
  if (best.likelihood - unsplit + logPrior <= 0) return [];
  return [...splitsOf(sums, from, best.at), best.at, ...splitsOf(sums, best.at, to)];
}

/** Whether the verdicts on both sides differ: between equal ones, no split is the most likely. */
function isPossible(sums: readonly Counts[], at: number): boolean {
  const [left, right] = [countsIn(sums, at - 1, at), countsIn(sums, at, at + 1)];
  return (
    left.failed !== right.failed ||
    left.retried !== right.retried ||
    left.failedAfterRetry !== right.failedAfterRetry
  );
}

/** The only change in the part [from, to), all places in it being equally likely before: the place, and its interval. */
function placeIn(sums: readonly Counts[], from: number, to: number): Changepoint {
  const likelihoods = Array.from({ length: Math.max(0, to - from - 1) }, (_, offset) => {
    const at = from + 1 + offset;
    return logLikelihood(sums, from, at) + logLikelihood(sums, at, to);
  });
  const largest = likelihoods.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const at = from + 1 + likelihoods.indexOf(largest);
  const weights = likelihoods.map((one) => Math.exp(one - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [sum, after, by] = [0, from, to - 1];
  for (const [offset, weight] of weights.entries()) {
    if (sum < tail * total) after = from + offset;
    if (sum < (1 - tail) * total) by = from + 1 + offset;
    sum += weight;
  }
  return { at, after: Math.min(after, at - 1), by: Math.max(by, at) };
}

function logLikelihood(sums: readonly Counts[], from: number, to: number): number {
  const { runs, failed, retried, failedAfterRetry } = countsIn(sums, from, to);
  return failing(failed, runs) + failingAfterRetry(failedAfterRetry, retried);
}

function countsIn(sums: readonly Counts[], from: number, to: number): Counts {
  const [a, b] = [sums[from], sums[to]];
  if (a === undefined || b === undefined) throw new RangeError(`no verdicts from ${from} to ${to}`);
  return {
    runs: b.runs - a.runs,
    failed: b.failed - a.failed,
    retried: b.retried - a.retried,
    failedAfterRetry: b.failedAfterRetry - a.failedAfterRetry,
  };
}

/**
 * ln P(a sequence of n results with x failures), when the rate of failing is constant, unknown, and Beta(a, b)
 * distributed: ln B(x+a, n−x+b) − ln B(a, b).
 */
function sequenceLikelihood(a: number, b: number): (x: number, n: number) => number {
  const [failures, passes, all] = [logRisingFactorial(a), logRisingFactorial(b), logRisingFactorial(a + b)];
  return (x, n) => failures(x) + passes(n - x) - all(n);
}
