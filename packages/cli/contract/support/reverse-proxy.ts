import { request } from 'node:http';
import { type StubServer, stubServer, tlsIdentity } from '@uat/testing';

/** What a reverse proxy in front of a platform changes. */
export interface ReverseProxyOptions {
  /** Path below which the platform is seen; it is taken off before a request goes on. */
  prefix?: string;
  /** What `application/json` is called. */
  json?: string;
  /** Statuses of one `GET /api/ping` after the other with a request id, which only our client sends. */
  pingStatuses?: number[];
  /** PEM files, for TLS. */
  tls?: { key: string; cert: string };
}

/** A reverse proxy in front of the platform at `to`, until disposed; its `url` ends with the prefix. */
export async function reverseProxy(to: string, options: ReverseProxyOptions): Promise<StubServer> {
  const { prefix = '', json, tls } = options;
  const pingStatuses = [...(options.pingStatuses ?? [])];
  const { hostname, port, host } = new URL(to);
  const proxy = await stubServer(
    (incoming, outgoing) => {
      const { url = '', method, headers } = incoming;
      if (!url.startsWith(prefix)) return void outgoing.writeHead(404).end(`nothing at ${url}`);
      const path = url.slice(prefix.length) || '/';
      const onward = request({ hostname, port, method, path, headers: { ...headers, host } }, (answer) => {
        const kept = { ...answer.headers };
        if (json !== undefined && kept['content-type']?.startsWith('application/json') === true)
          kept['content-type'] = json;
        const isPing = path === '/api/ping' && headers['x-request-id'] !== undefined;
        const pingStatus = isPing ? pingStatuses.shift() : undefined;
        outgoing.writeHead(pingStatus ?? answer.statusCode ?? 502, kept);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    },
    tls && tlsIdentity(tls),
  );
  return { ...proxy, url: `${proxy.url}${prefix}` };
}
