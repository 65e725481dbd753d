import { createHash } from 'node:crypto';

/** A short hash of a value: equal values have equal digests. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
