import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { nodeFacts } from './node-facts.ts';

const nodesQuery = z.object({
  skip: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(0).optional(),
  active: z.stringbool().optional(),
});

/** Routes about the cluster, which consists of this machine. */
export function clusterRoutes(app: FastifyInstance, { store, settings }: Services): void {
  app.get('/cluster/nodes', async ({ query }) => {
    const { skip, limit, active } = parseInput(nodesQuery, query, 'query');
    const { id, createdAt, hostname, os, cpus, memoryBytes } = nodeFacts(store.secrets);
    const nodes = [
      {
        id,
        hardware_id: null,
        ray_id: null,
        last_seen: new Date().toISOString(),
        last_config: { hostname, os, cpus, memory_bytes: memoryBytes },
        created_at: createdAt,
        hardware: null,
        location_id: null,
        active: true,
      },
    ].filter((node) => active === undefined || node.active === active);
    return nodes.slice(skip, limit === undefined ? undefined : skip + limit);
  });

  app.get('/cluster/get_running_nodes', async () => {
    const { id, address, hostname, cpus, memoryBytes } = nodeFacts(store.secrets);
    const listening = new URL(settings.listenUrl);
    return [
      {
        node_id: id,
        alive: true,
        node_ip: address,
        node_manager_address: listening.hostname,
        node_manager_hostname: hostname,
        node_manager_port: Number(listening.port),
        object_manager_port: null,
        object_store_socket_name: null,
        raylet_socket_name: null,
        metrics_export_port: null,
        resources: { CPU: cpus, memory: memoryBytes },
      },
    ];
  });
}
