import type { IncomingHttpHeaders } from 'node:http';

import type { AppDeployment } from '../store/app-deployments.ts';

/** An app that runs: what it was started as, and what it answers to a request that the gateway let through. */
export interface RunningApp {
  deployment: AppDeployment;
  answer(headers: IncomingHttpHeaders): unknown;
}

/** What runs in this process, by the id of its deployment. */
export type RunningApps = Map<string, RunningApp>;

/** The one app there is: it says who is asking, and knows that from the gateway's headers only. */
export function whoIsAsking(deployment: AppDeployment): RunningApp {
  return {
    deployment,
    answer: (headers) => ({
      app: deployment.name,
      user_id: headers['x-user-id'],
      username: headers['x-user-name'],
      roles: String(headers['x-user-roles'] ?? '')
        .split(',')
        .filter(Boolean),
      workroom_id: headers['x-workroom-id'],
    }),
  };
}
