import { enableCompileCache } from 'node:module';
import { stopSignals } from './stop-signals.ts';

// Listens for Ctrl-C before it loads the rest, so that also a run stopped in its first moment leaves a verdict.
using stop = stopSignals();
// Saves about a third of every start after the first one.
enableCompileCache();
// Whoever read our output may have left (`uat | head`); that ends no run.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const [{ isRunning, UatError }, { launchersAbove }, { runCommandLine }] = await Promise.all([
  import('@uat/core'),
  import('./launchers.ts'),
  import('./command-line.ts'),
]);
const launchers = launchersAbove(process.ppid);
stop.endWhen(() => launchers.some((pid) => !isRunning(pid)));

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), stop);
} catch (error) {
  // A fault of our own is never exit code 1, which says that the product broke a promise.
  const known = error instanceof UatError;
  // Its stack, and not what else it carries: a request with a password, say.
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`uat: ${known ? error.message : `failed itself, please report this:\n${details}`}\n`);
  process.exitCode = known ? error.exitCode : 3;
}
