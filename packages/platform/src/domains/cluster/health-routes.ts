import type { FastifyInstance } from 'fastify';

import { nodeFacts } from './node-facts.ts';
import type { Services } from '../../services.ts';

/** Health checks of the API and of this node. */
export function healthRoutes(app: FastifyInstance, { store }: Services): void {
  app.get('/ping', async () => ({ status: 'pong', timestamp: new Date().toISOString() }));

  app.get('/node/node_status', async () => ({
    node_id: nodeFacts(store.secrets).id,
    status: 'running',
    message: 'Node is running',
  }));
}
