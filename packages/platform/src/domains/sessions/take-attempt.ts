import type { SignInAttempt, SignInAttempts } from './sign-in-attempt-store.ts';

/**
 * Takes the attempt with this nonce out of the store, if the browser holds its binding. A browser without a binding takes
 * nothing, so that knowledge of the state alone cannot spoil another sign-in.
 */
export function takeAttempt(
  attempts: SignInAttempts,
  nonce: string,
  binding: string | undefined,
): SignInAttempt | undefined {
  if (binding === undefined) return undefined;
  const attempt = attempts.take(nonce);
  return attempt?.binding === binding ? attempt : undefined;
}
