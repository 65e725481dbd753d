import { request as ask } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { stubServer } from '@uat/testing';

/** A forward proxy that knows where one made-up host is, and remembers what it was asked for. */
export interface CountingProxy extends AsyncDisposable {
  url: string;
  /** `GET http://host/path` or `CONNECT host:port`, in order. */
  asked: string[];
}

/** Forwards everything to `target`, whatever host it is asked for, until disposed. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const proxy = await stubServer((request, response) => {
    const { pathname, search, host } = new URL(request.url ?? '');
    const headers = { ...request.headers, host };
    const onward = ask(
      { hostname, port, method: request.method, path: pathname + search, headers },
      (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  proxy.server.on('connect', (request, socket) => {
    proxy.requests.push(`CONNECT ${request.url}`);
    const onward = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const end of [onward, socket])
      end.on('error', () => void [onward, socket].map((one) => one.destroy()));
    onward.pipe(socket).pipe(onward);
  });
  // Tunnels are no longer the server's to close.
  const tunnels = new Set<Duplex>();
  proxy.server.on('connect', (_request, socket) => tunnels.add(socket));
  return {
    url: proxy.url,
    asked: proxy.requests,
    async [Symbol.asyncDispose]() {
      for (const tunnel of tunnels) tunnel.destroy();
      await proxy[Symbol.asyncDispose]();
    },
  };
}
