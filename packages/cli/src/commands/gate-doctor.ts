import { checkLines } from '../check-lines.ts';
import type { StopSignals } from '../stop-signals.ts';
import { suiteCapabilities } from '../suite-capabilities.ts';
import { untilStopped } from '../until-stopped.ts';
import { writeJson } from '../write-json.ts';

/**
 * `uat gate doctor`: checks what the gatekeeper needs, and says what to do. Exit 1 when something keeps it from working,
 * 2 for settings, 3 when Linear or the database cannot be reached; the highest of them.
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
