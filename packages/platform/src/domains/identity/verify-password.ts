import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

import { rounds } from './hash-password.ts';

const derive = promisify(pbkdf2);

// An unknown user costs the same derivation as a known one, so that time does not tell which names exist.
const nobody = [
  'pbkdf2_sha256',
  rounds,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(32).toString('base64'),
].join('$');

/** Whether `password` is the one behind `stored`; always false, but never faster, when there is nothing stored. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [scheme, iterations, salt, hash] = (stored ?? nobody).split('$');
  if (scheme !== 'pbkdf2_sha256' || !iterations || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(
    password,
    Buffer.from(salt, 'base64'),
    Number(iterations),
    expected.length,
    'sha256',
  );
  return timingSafeEqual(actual, expected) && stored !== undefined;
}
