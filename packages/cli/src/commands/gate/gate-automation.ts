import type { StopSignals } from '../../terminal/stop-signals.ts';
import { untilStopped } from '../../terminal/until-stopped.ts';

/**
 * `uat gate automation`: explains how an admin sets up Linear's own automation as a fallback for the gatekeeper, with
 * the names of the workspace when there is a token.
 */
export async function gateAutomation(
  options: { team?: string; label?: string },
  stop: StopSignals,
): Promise<number> {
  const { automationGuide, guideFacts } = await import('@uat/gatekeeper');
  return await untilStopped(stop, async () => {
    const facts = await guideFacts({ environment: process.env, ...options, signal: stop.signal });
    process.stdout.write(automationGuide(facts));
    return 0;
  });
}
