import type { IncomingMessage } from 'node:http';

/**
 * The address to count calls by. We listen on the loopback only, so a caller that is forwarded was forwarded by a
 * proxy on this machine: the last address it added is the one it saw. What stands before it anybody could have written.
 */
export function clientAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return forwarded || (socket.remoteAddress ?? 'unknown');
}
