import type { StopSignals } from './stop-signals.ts';

/** The exit code of a command that ends at once when it is stopped; then it is the signal’s, whatever failed by it. */
export async function untilStopped(stop: StopSignals, work: () => Promise<number>): Promise<number> {
  try {
    const exitCode = await work();
    if (stop.reason() === undefined) return exitCode;
  } catch (error) {
    if (stop.reason() === undefined) throw error;
  }
  return stop.reason() === 'SIGTERM' ? 143 : 130;
}
