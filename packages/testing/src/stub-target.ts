import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** Something that answers on a port and is not, or only in part, a Kamiwaza. */
export interface StubTarget extends AsyncDisposable {
  url: string;
}

/** Serves `answer` on a free port until disposed; over TLS when it is given a certificate (PEM files). */
export async function stubTarget(
  answer: RequestListener,
  tls?: { key: string; cert: string },
): Promise<StubTarget> {
  const server =
    tls === undefined
      ? createServer(answer)
      : createTlsServer({ key: readFileSync(tls.key), cert: readFileSync(tls.cert) }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers as a Kamiwaza does: to the ping, as nobody to nobody; anything else as `others` says. */
export function kamiwazaLike(others: RequestListener): RequestListener {
  return (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/api/ping') return void response.end('{"status":"pong","timestamp":1}');
    if (request.url === '/api/auth/users/me' && request.headers.authorization === undefined) {
      return void response.writeHead(401).end('{"detail":"Not authenticated"}');
    }
    others(request, response);
  };
}
