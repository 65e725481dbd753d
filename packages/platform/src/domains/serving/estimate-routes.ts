import type { FastifyInstance } from 'fastify';

import type { Parts } from '../../services.ts';
import { newDeployment } from './new-deployment.ts';

/** What a deployment would take, without one. */
export function estimateRoute(app: FastifyInstance, parts: Parts): void {
  app.post('/serving/estimate_model_vram', async (call) => {
    const asked = newDeployment(parts, call.body);
    const need = await parts.serving.estimate(asked);
    return {
      computed_vram_estimate: need * asked.copies,
      estimation_source: 'local',
      highest_node_vram: parts.serving.memoryBudget,
    };
  });
}
