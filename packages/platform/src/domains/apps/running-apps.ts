import type { IncomingHttpHeaders } from 'node:http';

import { HttpError } from '../../server/errors/http-error.ts';
import type { AppDeployment } from './store.ts';

/** An app that runs: what it was started as, and what it answers to whoever reaches it. */
export interface RunningApp {
  deployment: AppDeployment;
  /** Throws a 401 when the headers that name the caller are not the gateway's. */
  answer(headers: IncomingHttpHeaders): unknown;
}

/** What runs in this process, by the id of its deployment. */
export type RunningApps = Map<string, RunningApp>;

/** The one app there is: it says who is asking, and knows that from headers that it `believes` to be the gateway's. */
export function whoIsAsking(
  deployment: AppDeployment,
  believes: (headers: IncomingHttpHeaders) => boolean,
): RunningApp {
  return {
    deployment,
    answer(headers) {
      if (!believes(headers)) throw new HttpError(401, 'forward_auth_signature_invalid');
      return {
        app: deployment.name,
        user_id: headers['x-user-id'],
        username: headers['x-user-name'],
        roles: String(headers['x-user-roles'] ?? '')
          .split(',')
          .filter(Boolean),
        workroom_id: headers['x-workroom-id'],
      };
    },
  };
}
