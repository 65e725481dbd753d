import { readCookie, writeCookie } from './own-cookie.ts';

const cookie = 'kamiwaza_session';
const year = 365 * 24 * 3600;

/** Where the browser is. */
export type Place = Pick<Location, 'pathname' | 'search'>;

/**
 * `tried`: the browser was sent to sign in. `held`: the platform has confirmed a session here. `none`: neither. Words as
 * short as these are not taken for secrets by those who blank cookies in reports.
 */
export type SessionHint = 'none' | 'tried' | 'held';

/**
 * Whether it is worth asking the platform for a session. The cookies are out of a script's reach, and asking without
 * any would put a refused request on the browser's log. A wrong no costs a trip to the provider, a wrong yes one
 * refused request; the platform decides either way.
 */
export function mayHoldSession(place: Place): boolean {
  const hint = readCookie(cookie);
  // The provider shows its form to people it does not know, so a sign-in that only started has not succeeded.
  return hint === 'held' || (hint === 'tried' && !isForm(place));
}

/** Whether the provider has sent the browser here for a name and a password. */
export function isForm({ pathname, search }: Place): boolean {
  return pathname === '/login' && new URLSearchParams(search).has('interaction');
}

/** Notes what is known now: a word, never a credential. */
export function noteSession(hint: SessionHint): void {
  writeCookie(cookie, hint, { maxAgeSeconds: hint === 'none' ? 0 : year });
}
