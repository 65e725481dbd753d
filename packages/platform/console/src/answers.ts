import { array, boolean, looseObject, nullish, number, optional, record, string, unknown } from 'zod/mini';
import type { infer as Infer } from 'zod/mini';

// What the console reads of each answer, and no more: a field it does not show may change without breaking it.

/** `POST /api/auth/refresh` */
export const tokenAnswer = looseObject({ access_token: string() });

/** `GET /api/auth/users/me` */
export const userAnswer = looseObject({
  username: string(),
  sub: string(),
  roles: optional(array(string())),
});

/** `POST /api/auth/logout` */
export const logoutAnswer = looseObject({ front_channel_logout_url: nullish(string()) });

/** `GET /api/auth/health` */
export const healthAnswer = looseObject({
  status: string(),
  version: nullish(string()),
  uptime: nullish(unknown()),
});

/** `GET /api/models/` */
export const modelsAnswer = array(
  looseObject({
    id: nullish(string()),
    name: string(),
    source_repository: nullish(string()),
    repo_modelId: nullish(string()),
    hub: nullish(string()),
    m_files: optional(array(unknown())),
  }),
);

/** `GET /api/activity/activities/` */
export const activityAnswer = array(
  looseObject({
    id: nullish(string()),
    user_id: nullish(string()),
    module: nullish(string()),
    action: nullish(string()),
    apicall: nullish(string()),
    created_at: nullish(string()),
  }),
);

/** `GET /api/cluster/get_running_nodes` */
export const runningNodesAnswer = array(
  looseObject({
    node_id: nullish(string()),
    alive: nullish(boolean()),
    node_ip: nullish(string()),
    node_manager_address: nullish(string()),
    node_manager_hostname: nullish(string()),
    node_manager_port: nullish(number()),
    resources: nullish(record(string(), unknown())),
  }),
);

/** `GET /api/auth/users/` */
export const usersAnswer = array(
  looseObject({
    id: string(),
    username: string(),
    email: nullish(string()),
    roles: optional(array(string())),
    active: boolean(),
    deleted: boolean(),
  }),
);

export type User = Infer<typeof userAnswer>;
export type Model = Infer<typeof modelsAnswer>[number];
export type RunningNode = Infer<typeof runningNodesAnswer>[number];
