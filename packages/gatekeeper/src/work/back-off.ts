/** Delay after that many failed attempts: 5 s, doubled each time, up to 10 minutes; in milliseconds. */
export function backOff(attempts: number): number {
  return Math.min(5_000 * 2 ** Math.min(attempts, 20), 600_000);
}
