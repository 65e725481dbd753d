import { readCookie, writeCookie } from './own-cookie.ts';

const cookie = 'kamiwaza_session';
const year = 365 * 24 * 3600;

/** The state of the sign-in in this browser. */
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
  // The provider shows its form to unknown users, so a started sign-in has not succeeded yet.
  return hint === 'held' || (hint === 'tried' && !isForm(place));
}

/** Whether the provider sent the browser here for credentials. */
export function isForm({ pathname, search }: Place): boolean {
  return pathname === '/login' && new URLSearchParams(search).has('interaction');
}

/** Stores the current state: a word, never a credential. */
export function noteSession(hint: SessionHint): void {
  writeCookie(cookie, hint, { maxAgeSeconds: hint === 'none' ? 0 : year });
}
