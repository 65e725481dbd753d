import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** An HTTP server whose answers are written by a test. */
export interface StubServer extends AsyncDisposable {
  url: string;
  port: number;
  /** The requests so far, in order, as `GET /path?query`. */
  requests: string[];
  server: Server;
}

/** Key and certificate of an HTTPS server, as PEM texts. */
export interface TlsIdentity {
  key: string;
  cert: string;
}

/** Serves `answer` on a free port of 127.0.0.1 until disposed; over HTTPS with a `tls` identity. */
export async function stubServer(answer: RequestListener, tls?: TlsIdentity): Promise<StubServer> {
  const requests: string[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The TLS identity in two PEM files. */
export function tlsIdentity(files: { key: string; cert: string }): TlsIdentity {
  return { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') };
}
