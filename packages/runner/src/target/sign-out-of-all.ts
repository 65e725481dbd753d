import type { Session } from '@uat/config';
import { endSessions, recordedSessions } from '@uat/data';

/** Of the ten seconds that a stopped run has for all its cleaning. */
const withinMs = 3_000;

/**
 * Ends the sessions that were begun on a target and written down in the file `sessions`. What is left is told, and is
 * no fault of the run: a target that is gone cannot be signed out of.
 */
export async function signOutOfAll(
  sessions: string,
  { url }: Pick<Session['target'], 'url'>,
  say: (line: string) => void,
): Promise<void> {
  const left = await endSessions(recordedSessions(sessions), { baseUrl: url, withinMs });
  if (left > 0)
    say(
      `${left === 1 ? 'a session' : `${left} sessions`} of this run could not be ended; their tokens expire by themselves`,
    );
}
