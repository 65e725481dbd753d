import { signalExitCode, type StopSignals } from './stop-signals.ts';

/**
 * Runs a command that ends at once when it is stopped; its exit code is then the signal's, whatever error that caused.
 */
export async function untilStopped(stop: StopSignals, work: () => Promise<number>): Promise<number> {
  try {
    const exitCode = await work();
    return signalExitCode(stop) ?? exitCode;
  } catch (error) {
    const exitCode = signalExitCode(stop);
    if (exitCode === undefined) throw error;
    return exitCode;
  }
}
