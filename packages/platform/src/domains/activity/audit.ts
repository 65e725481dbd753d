import type { FastifyRequest } from 'fastify';

import type { Store } from '../../database/store.ts';
import { loggedPath } from '../../server/log/logged-path.ts';
import type { PlatformLog } from '../../server/log/platform-log.ts';

/** An action to record. */
export interface AuditedAct {
  /** Name of the action, such as `user-created`. */
  action: string;
  /** The actor, if not the caller: during sign-in, the request has no identity yet. */
  by?: { id: string; username: string } | undefined;
  /** Name of the affected object. */
  target?: string;
}

/** Records an action for `GET /activity/activities/` and in the log. */
export function audit(
  { store, log }: { store: Pick<Store, 'activities'>; log: PlatformLog },
  request: FastifyRequest,
  { action, by, target }: AuditedAct,
): void {
  const { identity } = request;
  const actor = by ?? (identity ? { id: identity.sub, username: identity.username } : undefined);
  const path = loggedPath(request.originalUrl).replace(/^\/api(?=\/)/, '');
  store.activities.record({
    user_id: actor?.id ?? null,
    username: actor?.username ?? null,
    // A sign-in belongs to this module, both through the API and through the realm.
    module: path.startsWith('/realms/') ? 'auth' : (path.split('/')[1] ?? ''),
    apicall: `${request.method} ${path}`,
    action,
    target: target ?? null,
  });
  log.write({
    level: 'info',
    event: 'AUDIT',
    message: target === undefined ? action : `${action}: ${target}`,
    request_id: request.id,
    user: actor?.username ?? null,
  });
}
