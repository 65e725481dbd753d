import type { PayloadEntry } from './payload.ts';

/** Whether the payload is large enough for zstd, which unpacks much faster but which Debian 11 cannot read. */
export function isLarge(payload: readonly PayloadEntry[]): boolean {
  return payload.reduce((sum, { size }) => sum + size, 0) > 16 * 1024 * 1024;
}
