import type { IncomingMessage } from 'node:http';

/**
 * The client address for rate limits. The platform listens on the loopback only, so a forwarded request comes from a
 * proxy on this machine: the last address is the one that it saw. Earlier ones may be forged.
 */
export function clientAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return forwarded || (socket.remoteAddress ?? 'unknown');
}
