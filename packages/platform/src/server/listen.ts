import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { StartError } from './errors/start-error.ts';
import type { TlsIdentity } from './tls/tls-identity.ts';

/** An HTTP or HTTPS server. */
export type WebServer = Server | SecureServer;

/**
 * Listens on the loopback, at `port` or, for 0, at a free port, and returns the server with its URL; with `tls`
 * it is https. `why` explains the choice of the port in the StartError when it is not available.
 */
export async function listen(
  port: number,
  { tls, why = '' }: { tls?: TlsIdentity | undefined; why?: string } = {},
): Promise<{ server: WebServer; url: string }> {
  const server = tls ? createSecureServer({ key: tls.key, cert: `${tls.cert}\n${tls.ca}` }) : createServer();
  // Longer than the idle time of common HTTP clients, so that the server never closes first.
  server.keepAliveTimeout = 75_000;
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new StartError(`${listenProblem(port, cause)}${why}`, { cause });
  }
  const { port: actual } = server.address() as AddressInfo;
  return { server, url: `${tls ? 'https' : 'http'}://127.0.0.1:${actual}` };
}

/** Stops listening. Requests in progress get two seconds to finish. */
export async function stopListening(server: WebServer): Promise<void> {
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
