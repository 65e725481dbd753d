import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import { hashPassword } from './hash-password.ts';

/** Routes about the signed-in user: profile and password. */
export function meRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;
  const passwordChange = () =>
    z.object({ current_password: z.string(), new_password: services.identity.newPassword });

  app.get('/auth/users/me', async ({ identity }) => {
    const { username, email, groups, roles, sub } = callerOf(identity);
    return { username, email, groups, roles, sub };
  });

  app.get('/auth/users/me/password-capability', async ({ identity }) => {
    const user = store.users.byId(callerOf(identity).sub);
    if (user?.external)
      return { available: false, reason: 'Your password is kept by your identity provider.' };
    return { available: true, reason: null };
  });

  app.post('/auth/users/me/password', async (call) => {
    const caller = callerOf(call.identity);
    const user = store.users.byId(caller.sub);
    if (!user || user.external) throw notAuthorized();
    const { current_password, new_password } = parseInput(passwordChange(), call.body ?? undefined, 'body');
    if (!(await services.identity.passwordMatches(current_password, user.passwordHash)))
      throw new HttpError(400, 'Current password is wrong');
    store.users.setPasswordHash(user.id, await hashPassword(new_password));
    // Other sessions of this user may have been opened with the old password.
    services.sessions.endAll(user.id, caller.kind === 'session' ? caller.sid : undefined);
    services.activity.audit(call, { action: 'password-changed', target: user.username });
    return { changed: true };
  });
}
