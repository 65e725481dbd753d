import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

// A request is on its way for less, and clocks differ by less. Whoever sees a signature cannot use it for longer.
const longestSeconds = 60;

/** Whether identity headers carry `signature`, and were signed within the last minute. */
export function signedLately(headers: IncomingHttpHeaders, signature: string): boolean {
  const age = Date.now() / 1000 - Number(headers['x-user-signature-ts']);
  const given = Buffer.from(String(headers['x-user-signature']));
  const right = Buffer.from(signature);
  return Math.abs(age) <= longestSeconds && given.length === right.length && timingSafeEqual(given, right);
}
