import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Forward } from '../host.ts';
import { startIsolated } from './start-isolated.ts';

const relay = fileURLToPath(new URL('relay-process.ts', import.meta.url));

/**
 * Forwards a port of a host to 127.0.0.1 of this machine: a listener here, a relay in the host's network, and a socket
 * file between them. It copies bytes, so streams and WebSockets work.
 */
export async function forwardPort(pid: number, port: number, socketFile: string): Promise<Forward> {
  const inNetwork = ['-t', String(pid), '-n', '--', process.execPath, relay, socketFile, String(port)];
  const relaying = await startIsolated('nsenter', inNetwork);

  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ path: socketFile, allowHalfOpen: true });
    for (const socket of [near, far]) open.add(socket);
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy()).on('close', () => open.delete(near));
    far.on('error', () => near.destroy()).on('close', () => open.delete(far));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: front } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${front}`,
    port: front,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      relaying.release();
      await relaying.gone;
    },
  };
}
