import type { IncomingMessage } from 'node:http';

import { realmPath, type Settings } from '../../settings.ts';

/**
 * Makes a request look as if it had been sent to the public address, from which the provider derives its links and
 * cookies. Host headers of the client or a proxy are not trusted.
 */
export function withPublicFace(request: IncomingMessage, { publicUrl }: Settings): IncomingMessage {
  const { host, protocol } = new URL(publicUrl);
  for (const name of ['x-forwarded-host', 'x-forwarded-for', 'x-forwarded-port', 'forwarded'])
    delete request.headers[name];
  request.headers.host = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  return request;
}

/** A request with the public address, and with the path below the realm, as a mounted provider expects it. */
export function belowRealm(request: IncomingMessage, settings: Settings): IncomingMessage {
  const original = request.url ?? '/';
  return Object.assign(withPublicFace(request, settings), {
    originalUrl: original,
    url: original.slice(realmPath.length) || '/',
  });
}
