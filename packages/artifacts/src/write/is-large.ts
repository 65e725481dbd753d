import type { PayloadEntry } from './payload.ts';

/** Whether the payload is so large that zstd, which Debian 11 cannot read, is worth it: it unpacks in a fraction of the time. */
export function isLarge(payload: readonly PayloadEntry[]): boolean {
  return payload.reduce((sum, { size }) => sum + size, 0) > 16 * 1024 * 1024;
}
