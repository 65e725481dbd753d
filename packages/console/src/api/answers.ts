import { array, boolean, looseObject, nullish, number, optional, record, string, unknown } from 'zod/mini';
import type { infer as Infer } from 'zod/mini';

// Only the fields that the console reads: others may change without breaking it.

/** `POST /api/auth/refresh` */
export const tokenAnswer = looseObject({ access_token: string(), expires_in: nullish(number()) });

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

/** `GET /api/activity/activities/` */
export const activityAnswer = array(
  looseObject({
    id: nullish(string()),
    user_id: nullish(string()),
    username: nullish(string()),
    target: nullish(string()),
    module: nullish(string()),
    action: nullish(string()),
    apicall: nullish(string()),
    created_at: nullish(string()),
  }),
);

/** `GET /api/workrooms/` */
export const workroomsAnswer = looseObject({
  items: array(
    looseObject({
      id: string(),
      name: string(),
      classification: nullish(string()),
      membership_role: nullish(string()),
      member_count: nullish(number()),
      created_at: nullish(string()),
    }),
  ),
});

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
    is_external: optional(boolean()),
  }),
);

/** `POST /api/auth/users/local`, `PUT /api/auth/users/{id}` and other changes whose answer the console only awaits */
export const changeAnswer = unknown();

/** `GET /api/auth/users/me/password-capability` */
export const passwordCapabilityAnswer = looseObject({ available: boolean(), reason: nullish(string()) });

/** `GET /api/auth/pat-config` */
export const patConfigAnswer = looseObject({
  scope_labels: record(string(), string()),
  available_scopes: array(string()),
  default_scope: string(),
  ttl: looseObject({ default_seconds: number(), min_seconds: number(), max_seconds: number() }),
});

/** `GET /api/auth/pats` */
export const patsAnswer = looseObject({
  pats: array(
    looseObject({
      jti: string(),
      name: nullish(string()),
      scope: nullish(string()),
      exp: nullish(number()),
      revoked: boolean(),
      created_at: string(),
    }),
  ),
});

/** `POST /api/auth/pats` */
export const newPatAnswer = looseObject({ token: string() });

/** `GET /api/security/public/config`, `GET` and `PUT /api/security/admin/config` */
export const securityAnswer = looseObject({
  consent_enabled: boolean(),
  consent_content: nullish(string()),
  consent_button_label: nullish(string()),
  banner_enabled: boolean(),
  banner_top_text: nullish(string()),
  banner_top_color: nullish(string()),
  banner_bottom_text: nullish(string()),
  banner_bottom_color: nullish(string()),
});

/** `POST /api/security/consent/accept` */
export const consentAnswer = looseObject({ accepted: boolean() });

export type User = Infer<typeof userAnswer>;
export type RunningNode = Infer<typeof runningNodesAnswer>[number];
export type LocalUser = Infer<typeof usersAnswer>[number];
export type Pat = Infer<typeof patsAnswer>['pats'][number];
export type PatConfig = Infer<typeof patConfigAnswer>;
export type SecurityConfig = Infer<typeof securityAnswer>;
