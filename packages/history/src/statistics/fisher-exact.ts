import { logRisingFactorial } from './log-rising-factorial.ts';

/** Failures and passes. */
export interface FailuresAndPasses {
  failed: number;
  passed: number;
}

const logFactorial = logRisingFactorial(1);

/**
 * The one-sided p-value of Fisher's exact test: how probable so many failures in the sample are, or more, if sample and
 * base fail at the same rate. R. A. Fisher (1922), "On the interpretation of χ² from contingency tables, and the
 * calculation of P", Journal of the Royal Statistical Society 85(1), 87–94.
 */
export function fisherExact(sample: FailuresAndPasses, base: FailuresAndPasses): number {
  const failed = sample.failed + base.failed;
  const passed = sample.passed + base.passed;
  const size = sample.failed + sample.passed;
  const most = Math.min(failed, size);
  let p = 0;
  for (let failures = sample.failed; failures <= most; failures += 1) {
    p += Math.exp(
      logChoose(failed, failures) + logChoose(passed, size - failures) - logChoose(failed + passed, size),
    );
  }
  return Math.min(1, p);
}

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
