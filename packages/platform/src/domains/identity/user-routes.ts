import type { FastifyInstance } from 'fastify';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { isAdministrator } from './is-administrator.ts';
import type { Services } from '../../services.ts';
import { hashPassword } from './hash-password.ts';
import type { User, UserChanges } from './user-store.ts';
import { createUser, nameTaken, rolesOf } from './create-user.ts';
import { userAnswer } from './user-answer.ts';
import { passwordReset, userChanges, userPath } from './user-input.ts';

/**
 * Routes for local users, for administrators. Slow work comes before the checks; from there to the change nothing
 * else can happen, so that two requests cannot both pass a check that only one of them may.
 */
export function userRoutes(app: FastifyInstance, services: Services): void {
  const { users } = services.store;

  function userAt(params: unknown): User {
    const user = users.byId(parseInput(userPath, params, 'path').user_id.toLowerCase());
    if (!user) throw new HttpError(404, 'User not found');
    return user;
  }

  app.get('/auth/users/', async () => users.list().map((user) => userAnswer(user)));

  app.get('/auth/users/:user_id', async ({ params }) => userAnswer(userAt(params)));

  app.get<{ Params: { identifier: string } }>('/auth/users/resolve/:identifier', async ({ params }) => {
    const user = users.byId(params.identifier);
    if (!user) throw new HttpError(404, 'User not found');
    return userAnswer(user);
  });

  app.post('/auth/users/local', async (request, reply) => {
    const user = await createUser(services, request.body);
    services.activity.audit(request, { action: 'user-created', target: user.username });
    return reply.code(201).send(userAnswer(user));
  });

  app.put('/auth/users/:user_id', async (call) => {
    const { id } = userAt(call.params);
    const changes = given(parseInput(userChanges(rolesOf(services)), call.body ?? undefined, 'body'));
    const user = userAt(call.params);
    const namesake = changes.username === undefined ? undefined : users.byUsername(changes.username);
    if (namesake && namesake.id !== id) throw nameTaken();
    if (services.identity.isLastAdministrator(user) && !isAdministrator({ ...user, ...changes }))
      throw lastAdministrator();

    const changed = users.update(id, changes) ?? user;
    if (!changed.active) services.sessions.endAccess(id);
    services.activity.audit(call, { action: 'user-changed', target: changed.username });
    return userAnswer(changed);
  });

  app.delete('/auth/users/:user_id', async (call) => {
    const user = userAt(call.params);
    if (services.identity.isLastAdministrator(user)) throw lastAdministrator();
    services.sessions.endAccess(user.id);
    users.remove(user.id);
    services.workrooms.ownerRemoved(user.id);
    services.activity.audit(call, { action: 'user-deleted', target: user.username });
    return userAnswer(user, true);
  });

  app.post('/auth/users/:user_id/password', async (call) => {
    if (userAt(call.params).external) throw notAuthorized();
    const { new_password } = parseInput(
      passwordReset(services.identity.newPassword),
      call.body ?? undefined,
      'body',
    );
    const passwordHash = await hashPassword(new_password);
    const user = userAt(call.params);
    users.setPasswordHash(user.id, passwordHash);
    // An administrator who sets their own password stays signed in here.
    const kept = call.identity?.kind === 'session' ? call.identity.sid : undefined;
    services.sessions.endAll(user.id, kept);
    services.activity.audit(call, { action: 'password-set', target: user.username });
    return userAnswer(users.byId(user.id) ?? user);
  });
}

type Requested = { [field in keyof UserChanges]: UserChanges[field] | null | undefined };

function given({ username, email, active, roles }: Requested): UserChanges {
  return {
    ...(username != null && { username }),
    ...(email != null && { email }),
    ...(active != null && { active }),
    ...(roles != null && { roles: [...new Set(roles)] }),
  };
}

const lastAdministrator = () =>
  new HttpError(409, 'This is the last administrator: make somebody else one first');
