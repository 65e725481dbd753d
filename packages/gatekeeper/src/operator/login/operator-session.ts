import { type BinaryLike, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { Signer } from '@fastify/cookie';
import { sameSecret } from './same-secret.ts';

/** How long a login holds. */
export const sessionMs = 12 * 3_600_000;

const derive = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);

/** Who may see the pages: those who know the one password, and for a while those who have shown that. */
export interface OperatorSession {
  /** The value of the cookie for a right password; undefined for a wrong one. */
  open(password: string, now: number): string | undefined;
  /** Whether the value of a cookie is one of ours and not over. */
  holds(cookie: string | undefined, now: number): boolean;
}

/**
 * Sessions without a store: the cookie is the moment at which it ends, signed. The key comes from the password, so all
 * replicas take each other's cookies, a restart logs nobody out, and a new password logs everybody out. It is slow to
 * derive, so that the password cannot be guessed from a cookie.
 */
export async function operatorSession(password: string): Promise<OperatorSession> {
  const key = await derive(password, 'kamiwaza-gate-operator-session', 32, { N: 2 ** 15, maxmem: 2 ** 26 });
  const signer = new Signer(key);
  return {
    open: (given, now) => (sameSecret(given, password) ? signer.sign(String(now + sessionMs)) : undefined),
    holds(cookie, now) {
      const { valid, value } = signer.unsign(cookie ?? '');
      return valid && Number(value) > now;
    },
  };
}
