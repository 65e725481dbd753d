import { checkLines } from '../../terminal/check-lines.ts';
import type { StopSignals } from '../../terminal/stop-signals.ts';
import { suiteCapabilities } from './suite-capabilities.ts';
import { untilStopped } from '../../terminal/until-stopped.ts';
import { writeJson } from '../../terminal/write-json.ts';

/**
 * `uat gate doctor`: checks the set-up of the gatekeeper. Exit code 1 when something prevents it from working, 2 for
 * settings, 3 when Linear or the database cannot be reached; the highest of them.
 */
export async function gateDoctor(options: { json?: string }, stop: StopSignals): Promise<number> {
  const { runChecks } = await import('@uat/gatekeeper');
  return await untilStopped(stop, async () => {
    const checks = await runChecks({
      environment: process.env,
      suites: suiteCapabilities(),
      signal: stop.signal,
    });
    if (options.json !== undefined) writeJson(options.json, { schemaVersion: 1, checks });
    if (options.json !== '-') process.stdout.write(checkLines(checks));
    return Math.max(...checks.map(({ exitCode = 0 }) => exitCode));
  });
}
