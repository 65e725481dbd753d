import type { Session } from '@uat/config';
import { endSessions, recordedSessions } from '@uat/data';

/** Minimum time for signing out, also in a stopped run, which has ten seconds for its clean-up. */
const leastMs = 3_000;

/**
 * Ends the sign-in sessions recorded in the file `sessions`. Sessions that stay are reported, without affecting the
 * run: a target that is down cannot end them.
 */
export async function signOutEverywhere(
  sessions: string,
  { url }: Pick<Session['target'], 'url'>,
  say: (line: string) => void,
  withinMs: number = leastMs,
): Promise<void> {
  const left = await endSessions(recordedSessions(sessions), {
    baseUrl: url,
    withinMs: Math.max(leastMs, Math.round(withinMs)),
  });
  if (left > 0)
    say(
      `${left === 1 ? 'a session' : `${left} sessions`} of this run could not be ended; their tokens expire by themselves`,
    );
}
