import { stopSignals } from './stop-signals.ts';

// Listens for Ctrl-C before it loads the rest, so that also a run stopped in its first moment leaves a verdict.
using stop = stopSignals();
const [{ UatError }, { runCommandLine }] = await Promise.all([
  import('@uat/config'),
  import('./command-line.ts'),
]);

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), stop);
} catch (error) {
  if (!(error instanceof UatError)) throw error;
  process.stderr.write(`uat: ${error.message}\n`);
  process.exitCode = error.exitCode;
}
