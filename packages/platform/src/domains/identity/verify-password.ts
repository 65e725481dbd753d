import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

import { rounds } from './hash-password.ts';

const derive = promisify(pbkdf2);

// An unknown user takes the same derivation as a known one, so that timing does not reveal which names exist.
const unknownUser = [
  'pbkdf2_sha256',
  rounds,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(32).toString('base64'),
].join('$');

/** Whether `password` matches the hash `stored`. Without a hash it is false, after the same amount of work. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [scheme, iterations, salt, hash] = (stored ?? unknownUser).split('$');
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
