import { Agent, type IncomingMessage, request as requestPlain } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { Next, WireRequest } from './exchange.ts';

export interface UpstreamOptions {
  /** Variables that name the proxies on the way (`HTTPS_PROXY` …). Default: none. */
  env?: NodeJS.ProcessEnv | undefined;
}

/** Sends requests to the server at `url`, which may lie below a path. */
export function upstream(url: string, { env = {} }: UpstreamOptions = {}): Next {
  const { protocol, hostname, port, pathname } = new URL(url);
  const isSecure = protocol === 'https:';
  // A connection for each request: one that is kept may be closed just when it is taken again.
  const proxies = { proxyEnv: env, keepAlive: false };
  const agent = isSecure ? new SecureAgent(proxies) : new Agent(proxies);
  const send = isSecure ? requestSecure : requestPlain;
  return async ({ method, path, headers, body, signal }) => {
    const answered = Promise.withResolvers<IncomingMessage>();
    const request = send(
      {
        ...{ host: hostname.replaceAll(/[[\]]/g, ''), port, agent, method, signal },
        path: `${pathname.replace(/\/$/, '')}${path}`,
        headers: headersFor({ method, path, headers, body }),
      },
      answered.resolve,
    );
    request.on('error', answered.reject);
    request.end(body);
    const response = await answered.promise;
    const { statusCode: status = 502, headers: received } = response;
    const isStream = received['content-type']?.startsWith('text/event-stream') === true;
    return isStream
      ? { status, headers: received, body: Buffer.alloc(0), events: response }
      : { status, headers: received, body: await buffer(response) };
  };
}

/** The headers of a request, with the length of the body that it has now; the response is to come uncompressed. */
function headersFor({ headers, body }: WireRequest) {
  const {
    connection: _,
    'transfer-encoding': chunked,
    'content-length': length,
    expect: __,
    ...kept
  } = headers;
  const hasBody = body.length > 0 || length !== undefined || chunked !== undefined;
  return {
    ...kept,
    'accept-encoding': 'identity',
    ...(hasBody ? { 'content-length': String(body.length) } : {}),
  };
}
