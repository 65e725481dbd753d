import type { IncomingHttpHeaders } from 'node:http';

import { HttpError } from '../../server/errors/http-error.ts';
import type { AppDeployment } from './store.ts';

/** A running app. */
export interface RunningApp {
  deployment: AppDeployment;
  /** The response to a request. Throws a 401 when its identity headers do not come from the gateway. */
  respond(headers: IncomingHttpHeaders): unknown;
}

/** Apps that run in this process, by the id of their deployment. */
export type RunningApps = Map<string, RunningApp>;

/** The only app: it shows the current identity, taken from headers that `trusts` accepts as the gateway's. */
export function currentIdentity(
  deployment: AppDeployment,
  trusts: (headers: IncomingHttpHeaders) => boolean,
): RunningApp {
  return {
    deployment,
    respond(headers) {
      if (!trusts(headers)) throw new HttpError(401, 'forward_auth_signature_invalid');
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
