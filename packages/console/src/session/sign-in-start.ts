import { returnPath } from './return-path.ts';
import { isForm, mayHoldSession, noteSession, type Place } from './session-hint.ts';

const key = 'kamiwaza.sign-in';
const tooMany = 3;

interface Attempts {
  count: number;
  path: string;
}

/**
 * Sends the browser to the provider, to come back to `path`. False when that has been tried three times without
 * ever reaching the form or a session: cookies are being refused, and going on would loop for ever.
 */
export function startSignIn(path: string): boolean {
  const count = attempts().count + 1;
  if (count > tooMany) return false;
  remember({ count, path });
  noteSession('tried');
  location.assign(`/api/auth/login?redirect_uri=${encodeURIComponent(path)}`);
  return true;
}

/**
 * Sends a browser that cannot hold a session to the provider, to come back to `place`. False when it may stay: it may hold
 * one, is at the provider's form, or has been sent too often.
 */
export function leavesToSignIn(place: Place & Pick<Location, 'hash'>): boolean {
  if (mayHoldSession(place) || isForm(place)) return false;
  const { pathname, search, hash } = place;
  const asked = new URLSearchParams(search).get('redirect_uri');
  return startSignIn(pathname === '/login' ? returnPath(asked) : pathname + search + hash);
}

/** The path the last sign-in was started for. */
export function signInPath(): string {
  return attempts().path;
}

/** The browser got as far as the form, a session, or a click on "try again": count from zero. */
export function signInArrived(): void {
  remember({ count: 0, path: attempts().path });
}

// Session storage holds this counter and a path, never a credential.
function remember(made: Attempts): void {
  sessionStorage.setItem(key, JSON.stringify(made));
}

function attempts(): Attempts {
  const none = { count: 0, path: '/' };
  try {
    return { ...none, ...JSON.parse(sessionStorage.getItem(key) ?? '{}') };
  } catch {
    return none;
  }
}
