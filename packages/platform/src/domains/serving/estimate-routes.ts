import type { FastifyInstance } from 'fastify';

import type { Services } from '../../services.ts';
import { newDeployment } from './new-deployment.ts';

/** Route that estimates the memory of a deployment. */
export function estimateRoute(app: FastifyInstance, services: Services): void {
  app.post('/serving/estimate_model_vram', async (call) => {
    const asked = newDeployment(services, call.body);
    const need = await services.serving.estimate(asked);
    return {
      computed_vram_estimate: need * asked.copies,
      estimation_source: 'local',
      highest_node_vram: services.serving.memoryBudget,
    };
  });
}
