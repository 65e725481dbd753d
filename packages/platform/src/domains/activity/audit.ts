import type { FastifyRequest } from 'fastify';

import type { Store } from '../../database/store.ts';
import { loggedPath } from '../../server/log/logged-path.ts';
import type { PlatformLog } from '../../server/log/platform-log.ts';

/** Something that somebody did and that others may have to look up. */
export interface AuditedAct {
  /** What was done, such as `user-created`. */
  action: string;
  /** Whoever did it, when it is not the caller of the request: nobody is signed in yet while they sign in. */
  by?: { id: string; username: string } | undefined;
  /** What it was done to. */
  target?: string;
}

/** Keeps an act for `GET /activity/activities/` and in the log. */
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
    // Signing in belongs to the module, whether it comes by the API or by the realm.
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
