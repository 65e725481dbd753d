import { createServer, request as ask } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A forward proxy that knows where one made-up host is, and remembers what it was asked for. */
export interface CountingProxy extends AsyncDisposable {
  url: string;
  /** `GET http://host/path` or `CONNECT host:port`, in order. */
  asked: string[];
}

/** Forwards everything to `target`, whatever host it is asked for, until disposed. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { pathname, search, host } = new URL(request.url ?? '');
    const headers = { ...request.headers, host };
    const onward = ask(
      { hostname, port, method: request.method, path: pathname + search, headers },
      (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    const onward = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const end of [onward, socket])
      end.on('error', () => void [onward, socket].map((one) => one.destroy()));
    onward.pipe(socket).pipe(onward);
  });
  // Tunnels are no longer the server's to close.
  const tunnels = new Set<Duplex>();
  server.on('connect', (_request, socket) => tunnels.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      for (const tunnel of tunnels) tunnel.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
