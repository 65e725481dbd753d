import type { SignInAttempt, SignInAttempts } from './sign-in-attempt-store.ts';

/**
 * The attempt of this nonce, taken so that it is there once, if the browser holds its binding. A browser without any
 * takes nothing: whoever only knows the state cannot spoil the sign-in of another.
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
