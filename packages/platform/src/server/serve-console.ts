import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

/** Serves the console's bundle in `root`. Every address that is neither a file nor an API is a page of the console. */
export async function serveConsole(app: FastifyInstance, root: string): Promise<void> {
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders(reply, path) {
      // Built files have a hash in their name; the page that refers to them must always be fresh.
      reply.header(
        'cache-control',
        path.startsWith(join(root, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-store',
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page =
      ['GET', 'HEAD'].includes(request.method) && (request.headers.accept ?? '').includes('text/html');
    const reserved = /^\/(api|realms)(\/|$|\?)/.test(request.url);
    if (!page || reserved) return reply.code(404).send({ detail: 'Not Found' });
    return reply.sendFile('index.html');
  });
}
