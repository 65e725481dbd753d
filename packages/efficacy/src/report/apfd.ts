export interface ApfdInput {
  /** Ids of the tests in the order in which a run executes them. */
  order: readonly string[];
  /** For each fault, the ids of the tests that detect it; empty for a survivor. */
  detectedBy: readonly (readonly string[])[];
}

/**
 * How early a suite detects faults: the weighted Average of the Percentage of Faults Detected, from 0 (never) to nearly
 * 1 (each by the first test). `null` without a test or without a fault.
 *
 * APFD = 1 − (TF₁ + … + TFₘ) / (n·m) + 1 / (2n), where TFᵢ is the position, from 1, of the first test that detects
 * fault i, n the number of tests and m the number of faults: Rothermel, Untch, Chu & Harrold (2001), "Prioritizing test
 * cases for regression testing", IEEE Transactions on Software Engineering 27(10), 929–948.
 *
 * That formula assumes that every fault is detected. Where some survive, the normalised form takes its place: NAPFD = p
 * − ΣTFᵢ / (n·m) + p / (2n), where p is the share of detected faults, and TFᵢ is 0 for a survivor: Qu, Cohen & Woolf
 * (2007), "Combinatorial interaction regression testing", ICSM 2007. Both agree when all are detected.
 */
export function apfd({ order, detectedBy }: ApfdInput): number | null {
  const [n, m] = [order.length, detectedBy.length];
  if (n === 0 || m === 0) return null;
  const position = new Map(order.map((id, index) => [id, index + 1]));
  const first = detectedBy.flatMap((ids) => {
    const positions = ids.flatMap((id) => position.get(id) ?? []);
    return positions.length === 0 ? [] : [Math.min(...positions)];
  });
  const detected = first.length / m;
  const sum = first.reduce((total, one) => total + one, 0);
  return detected - sum / (n * m) + detected / (2 * n);
}
