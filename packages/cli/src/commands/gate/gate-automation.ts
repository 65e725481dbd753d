import type { StopSignals } from '../../terminal/stop-signals.ts';
import { untilStopped } from '../../terminal/until-stopped.ts';

/**
 * `uat gate automation`: how an admin makes Linear's own automation for the time when the gatekeeper is down; with the
 * names of the workspace where there is a token.
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
