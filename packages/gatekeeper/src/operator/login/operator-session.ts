import { type BinaryLike, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { Signer } from '@fastify/cookie';
import { secretsMatch } from './secrets-match.ts';

/** How long a login lasts. */
export const sessionMs = 12 * 3_600_000;

const derive = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);

/** Sessions of operators who know the password. */
export interface OperatorSession {
  /** The cookie value for a correct password; undefined for a wrong one. */
  open(password: string, now: number): string | undefined;
  /** Whether a cookie value was issued by us and has not expired. */
  holds(cookie: string | undefined, now: number): boolean;
}

/**
 * Sessions without a store: the cookie holds its signed expiry time. The key is derived from the password, so replicas
 * accept each other's cookies, a restart keeps all sessions, and a new password ends them. Derivation is slow on
 * purpose, so that the password cannot be guessed from a cookie.
 */
export async function operatorSession(password: string): Promise<OperatorSession> {
  const key = await derive(password, 'kamiwaza-gate-operator-session', 32, { N: 2 ** 15, maxmem: 2 ** 26 });
  const signer = new Signer(key);
  return {
    open: (given, now) => (secretsMatch(given, password) ? signer.sign(String(now + sessionMs)) : undefined),
    holds(cookie, now) {
      const { valid, value } = signer.unsign(cookie ?? '');
      return valid && Number(value) > now;
    },
  };
}
