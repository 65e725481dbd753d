import type { FastifyInstance } from 'fastify';

/** Sets the parameter `force` of DELETE requests to an address, whatever the caller asked for. */
export function forceQuery(http: FastifyInstance, address: RegExp, force: boolean): void {
  http.addHook('preHandler', async ({ method, url, query }) => {
    if (method === 'DELETE' && address.test(url)) Object.assign(query as object, { force: String(force) });
  });
}
