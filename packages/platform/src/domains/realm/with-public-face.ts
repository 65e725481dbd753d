import type { IncomingMessage } from 'node:http';

import { realmPath, type Settings } from '../../settings.ts';

/**
 * Makes a request look as if it had been sent to the public address, which is how the provider makes its links and
 * cookies. What the client or a proxy says about the host is not believed: it could be anybody's.
 */
export function withPublicFace(request: IncomingMessage, { publicUrl }: Settings): IncomingMessage {
  const { host, protocol } = new URL(publicUrl);
  for (const name of ['x-forwarded-host', 'x-forwarded-for', 'x-forwarded-port', 'forwarded'])
    delete request.headers[name];
  request.headers.host = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  return request;
}

/** The same, with the address cut down to what lies below the realm, as the provider expects when it is mounted. */
export function belowRealm(request: IncomingMessage, settings: Settings): IncomingMessage {
  const original = request.url ?? '/';
  return Object.assign(withPublicFace(request, settings), {
    originalUrl: original,
    url: original.slice(realmPath.length) || '/',
  });
}
