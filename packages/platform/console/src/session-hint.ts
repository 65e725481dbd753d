const key = 'kamiwaza.session';

/** `started`: the browser was sent to sign in. `held`: the platform has confirmed a session here. `none`: neither. */
export type SessionHint = 'none' | 'started' | 'held';

/**
 * Whether it is worth asking the platform for a session. The cookies are out of a script's reach, and asking without
 * any would put a refused request on the browser's log. A wrong no costs a trip to the provider, a wrong yes one
 * refused request; the platform decides either way.
 */
export function mayHoldSession({ pathname, search }: Pick<Location, 'pathname' | 'search'>): boolean {
  const hint = localStorage.getItem(key);
  // The provider shows its form to people it does not know, so a sign-in that only started has not succeeded.
  const atForm = pathname === '/login' && new URLSearchParams(search).has('interaction');
  return hint === 'held' || (hint === 'started' && !atForm);
}

/** Notes what is known now: a word, never a credential. */
export function noteSession(hint: SessionHint): void {
  if (hint === 'none') localStorage.removeItem(key);
  else localStorage.setItem(key, hint);
}
