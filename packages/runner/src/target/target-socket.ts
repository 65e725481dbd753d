import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import tls from 'node:tls';
import type { Proxy } from '@uat/config';

/**
 * Connects to the host of an https URL over TLS, through the proxy if there is one, and gives the socket once the
 * certificate is verified.
 * @throws Node's Error when the host cannot be reached or is not trusted, or the proxy refuses.
 */
export async function targetSocket(
  { hostname, port }: URL,
  proxy: Proxy | undefined,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  // The brackets of an IPv6 address belong to the URL; SNI takes host names only.
  const host = hostname.replaceAll(/[[\]]/g, '');
  const at = Number(port || 443);
  const way =
    proxy === undefined ? connect({ host, port: at }) : await tunnel(proxy, `${hostname}:${at}`, signal);
  const socket = tls.connect({ socket: way, ...(isIP(host) === 0 ? { servername: host } : { host }) });
  try {
    await once(socket, 'secureConnect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    way.destroy();
    throw error;
  }
}

/** A connection through a proxy (CONNECT, RFC 9110 9.3.6). */
async function tunnel(
  { server, username, password }: Proxy,
  destination: string,
  signal: AbortSignal,
): Promise<Socket> {
  const credentials = Buffer.from(`${username}:${password}`).toString('base64');
  const ask = server.startsWith('https:') ? requestOverTls : request;
  const asked: ClientRequest = ask(server, {
    method: 'CONNECT',
    path: destination,
    headers: {
      host: destination,
      ...(username === undefined ? {} : { 'proxy-authorization': `Basic ${credentials}` }),
    },
    agent: false,
    signal,
  });
  asked.end();
  const [answer, socket] = (await once(asked, 'connect', { signal })) as [{ statusCode?: number }, Socket];
  if (answer.statusCode === 200) return socket;
  socket.destroy();
  throw new Error(`the proxy answered ${answer.statusCode} to CONNECT ${destination}`);
}
