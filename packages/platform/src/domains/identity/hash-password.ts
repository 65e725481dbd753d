import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** Rounds of PBKDF2-HMAC-SHA256 that the product documents for local accounts. */
export const rounds = 200_000;

const derive = promisify(pbkdf2);

/** A password as it is stored: `pbkdf2_sha256$rounds$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, rounds, 32, 'sha256');
  return ['pbkdf2_sha256', rounds, salt.toString('base64'), hash.toString('base64')].join('$');
}
