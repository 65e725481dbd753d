import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { StartError } from './errors/start-error.ts';

/** A server that listens on the loopback, at `port` or at a free one, and the address of it. */
export async function listen(port: number): Promise<{ server: Server; url: string }> {
  const server = createServer();
  // Longer than the idle time of common HTTP clients, so that it is never us who hang up first.
  server.keepAliveTimeout = 75_000;
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new StartError(listenProblem(port, cause), { cause });
  }
  const { port: actual } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${actual}` };
}

/** Stops listening; requests under way get two seconds to finish. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(impatience);
}

function listenProblem(port: number, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Name a free one with --port, or leave it out.`;
  if (code === 'EACCES') return `Port ${port} is reserved for root. Name one above 1023 with --port.`;
  return `Port ${port} cannot be opened (${String(code ?? cause)}).`;
}
