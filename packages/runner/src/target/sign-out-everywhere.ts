import type { Session } from '@uat/config';
import { endSessions, recordedSessions } from '@uat/data';

/** The least time for it, also in a stopped run, which has ten seconds for all its cleaning. */
const leastMs = 3_000;

/**
 * Ends the sessions that were begun on a target and written down in the file `sessions`. What is left is told, and is
 * no fault of the run: a target that is gone cannot be signed out of.
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
