import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { logPatterns } from './log-patterns.ts';
import { isActive } from './model-deployment.ts';
import { deploymentAt } from './deployment-at.ts';

const enginePath = z.object({
  engine_type: z.enum(['vllm', 'llamacpp', 'ampere_llamacpp', 'mlx', 'whisper_cpp', 'diffusion']),
});
const shownLines = 1_000;

/** Routes for engine logs. */
export function engineLogRoutes(app: FastifyInstance, services: Services): void {
  app.get('/serving/deployment/:deployment_id/logs', async ({ params }) => {
    const deployment = deploymentAt(services, params);
    const lines = await services.serving.logLines(deployment.id);
    const logs = lines.slice(-shownLines);
    return {
      deployment_id: deployment.id,
      engine_type: 'llamacpp',
      container_id: deployment.instances[0] ? String(deployment.instances[0].pid) : null,
      log_file_path: services.serving.logFile(deployment.id),
      logs,
      total_lines_seen: lines.length,
      current_lines_stored: logs.length,
      compressed: lines.length > logs.length,
      capture_active: isActive(deployment),
    };
  });

  app.get('/serving/deployment/:deployment_id/logs/patterns', async ({ params }) => {
    const { id } = deploymentAt(services, params);
    return {
      deployment_id: id,
      ...logPatterns(await services.serving.logLines(id)),
      analysis_timestamp: new Date().toISOString(),
    };
  });

  app.get('/serving/logs/:engine_type', async ({ params }) => {
    const { engine_type } = parseInput(enginePath, params, 'path');
    const known = engine_type === 'llamacpp' ? services.store.deployments.list() : [];
    return {
      engine_type,
      logs: known.map(({ id, status }) => ({
        deployment_id: id,
        status,
        log_file_path: services.serving.logFile(id),
      })),
    };
  });
}
