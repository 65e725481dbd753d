import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import type { AppDeployment } from './store.ts';

const appPath = z.looseObject({ deployment_id: z.guid() });

/** The deployed app of a path. Throws a 404 when there is none. */
export function appAt({ store }: Services, params: unknown): AppDeployment {
  const app = store.apps.byId(parseInput(appPath, params, 'path').deployment_id.toLowerCase());
  if (!app) throw new HttpError(404, 'Deployment not found');
  return app;
}
