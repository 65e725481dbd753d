import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Store } from '../../database/store.ts';
import type { ModelFileService } from '../downloads/model-file-service.ts';
import type { Scheduler } from './scheduler.ts';
import type { NewDeployment } from './model-deployment.ts';

const engines = [
  'vllm',
  'llamacpp',
  'ampere_llamacpp',
  'mlx',
  'whisper_cpp',
  'diffusion',
  'external_chat',
  'external_embedding',
  'external_transcribe',
] as const;
const id = z.guid().transform((given) => given.toLowerCase());
const copies = z.int().min(1).max(4);
const request = z
  .object({
    m_id: id,
    m_config_id: id,
    m_file_id: id.nullish(),
    engine_name: z.enum(engines).nullish(),
    engine: z.string().default('vllm'),
    duration: z.int().min(1).nullish(),
    min_copies: copies.default(1),
    starting_copies: copies.default(1),
    max_copies: copies.nullish(),
    location: z.string().nullish(),
    lb_port: z.int().min(0).max(65_535).default(0),
    autoscaling: z.boolean().default(false),
    force_cpu: z.boolean().default(false),
    node_resource_type: z.string().nullish(),
    max_concurrent_requests: z.int().min(1).max(64).nullish(),
    vram_allocation: z.number().min(0).nullish(),
    gpu_allocation: z.number().min(0).nullish(),
    active_req_per_replica: z.int().min(1).default(20),
    m_version: z.string().nullish(),
    container: z.string().default('kamiwaza'),
    deployment_target: z.enum(['auto', 'host', 'docker', 'k8s']).nullish(),
    runtime_env: z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string().nullable()).nullish(),
  })
  .refine(({ min_copies, max_copies }) => (max_copies ?? min_copies) >= min_copies, {
    message: 'There cannot be fewer copies at most than at least',
    path: ['max_copies'],
  });

/** Services that a new deployment is checked against. */
interface DeploymentChecks {
  store: Pick<Store, 'models' | 'modelConfigs'>;
  modelFiles: Pick<ModelFileService, 'byId'>;
  serving: Pick<Scheduler, 'canRun' | 'reservedNames'>;
}

/**
 * Parses the deployment in the body of a request. Throws a 422 for invalid input, a 503 for an engine that no node has,
 * and a 404 for a model, configuration or file that does not exist.
 */
export function newDeployment(
  { store, modelFiles, serving }: DeploymentChecks,
  body: unknown,
): Omit<NewDeployment, 'ownerId'> {
  const asked = parseInput(request, body ?? undefined, 'body');
  if (!serving.canRun(asked.engine_name ?? undefined))
    throw new HttpError(503, `No node can run the engine ${asked.engine_name}.`);
  if (!store.models.byId(asked.m_id)) throw new HttpError(404, 'Model not found');
  const config = store.modelConfigs.byId(asked.m_config_id);
  if (config?.modelId !== asked.m_id) throw new HttpError(404, 'Model config not found');
  const fileId = asked.m_file_id ?? config.fileId ?? undefined;
  if (fileId !== undefined && modelFiles.byId(fileId)?.file.modelId !== asked.m_id)
    throw new HttpError(404, 'Model file not found');
  const env = asked.runtime_env ?? {};
  const reserved = serving.reservedNames(env);
  return {
    modelId: asked.m_id,
    configId: asked.m_config_id,
    fileId,
    copies: Math.max(asked.starting_copies, asked.min_copies),
    slots: asked.max_concurrent_requests ?? undefined,
    memory: asked.vram_allocation ?? undefined,
    runtimeEnv: Object.fromEntries(Object.entries(env).filter(([name]) => !reserved.includes(name))),
    droppedEnv: reserved,
    asked,
  };
}
