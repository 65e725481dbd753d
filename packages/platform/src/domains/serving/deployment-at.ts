import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import type { ModelDeployment } from './model-deployment.ts';

const deploymentPath = z.looseObject({ deployment_id: z.guid() });

/** The deployment of a path. Throws a 404 when there is none. */
export function deploymentAt({ store }: Services, params: unknown): ModelDeployment {
  const { deployment_id } = parseInput(deploymentPath, params, 'path');
  const deployment = store.deployments.byId(deployment_id.toLowerCase());
  if (!deployment) throw new HttpError(404, 'Deployment not found');
  return deployment;
}
