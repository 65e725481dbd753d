import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that answers on a port and is not, or only in part, a Kamiwaza. */
export interface StubTarget extends AsyncDisposable {
  url: string;
}

/** Serves `answer` on a free port until disposed. */
export async function stubTarget(answer: RequestListener): Promise<StubTarget> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
