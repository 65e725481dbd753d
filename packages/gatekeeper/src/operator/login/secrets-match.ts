import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets in a time that reveals neither their length nor where they differ. */
export function secretsMatch(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
