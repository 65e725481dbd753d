import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

// Requests take less time, and clocks differ by less. A leaked signature cannot be used for longer.
const longestSeconds = 60;

/** Whether identity headers carry `signature` and were signed within the last minute. */
export function hasRecentSignature(headers: IncomingHttpHeaders, signature: string): boolean {
  const age = Date.now() / 1000 - Number(headers['x-user-signature-ts']);
  const given = Buffer.from(String(headers['x-user-signature']));
  const right = Buffer.from(signature);
  return Math.abs(age) <= longestSeconds && given.length === right.length && timingSafeEqual(given, right);
}
