import { enableCompileCache } from 'node:module';
import { stopSignals } from './terminal/stop-signals.ts';

// Listens for Ctrl-C before it loads the rest, so that a run stopped at its very start also leaves a verdict.
using stop = stopSignals();
// Saves about a third of every start after the first.
enableCompileCache();
// The reader of our output may be gone (`uat | head`); that does not end a run.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const [{ isRunning, UatError }, { launchersAbove }, { runCommandLine }] = await Promise.all([
  import('@uat/core'),
  import('./terminal/launchers.ts'),
  import('./command-line.ts'),
]);

/** Reports an error, and gives the exit code: never 1 for an error of our own, which would blame the product. */
const failed = (error: unknown): number => {
  const known = error instanceof UatError;
  // The stack only: other fields of the error may hold a request with a password.
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`uat: ${known ? error.message : `failed itself, please report this:\n${details}`}\n`);
  return known ? error.exitCode : 3;
};
// An error in a timer, such as a full disk met by a sample of the machine.
process.on('uncaughtException', (error) => process.exit(failed(error)));

const launchers = launchersAbove(process.ppid);
stop.endWhen(() => launchers.some((pid) => !isRunning(pid)));

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), stop);
} catch (error) {
  process.exitCode = failed(error);
}
