import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import { globalWorkroom } from '../gateway/identity-headers.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Services } from '../../services.ts';
import { workroomAnswer } from './workroom-answer.ts';
import { workroomAt } from './workroom-at.ts';

const newWorkroom = z.object({
  name: z.string().min(1).max(255),
  type: z.enum(['ephemeral', 'persistent']),
  description: z.string().max(1024).nullable().default(null),
  labels: z.array(z.string()).nullable().default(null),
  classification: z.string().max(255).nullable().default(null),
  attributes: z.record(z.string(), z.unknown()).nullable().default(null),
  scg_references: z.array(z.string()).nullable().default(null),
});

const leaving = z.object({ expected_workroom_id: z.guid().nullish() }).nullish();

/** Routes to create, list, enter, leave and delete workrooms. */
export function workroomRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;

  app.post('/workrooms/', async (call, reply) => {
    const caller = callerOf(call.identity);
    const { name, type, ...details } = parseInput(newWorkroom, call.body ?? undefined, 'body');
    const ownerSession = caller.kind === 'session' ? caller.sid : null;
    const workroom = store.workrooms.add({ ownerId: caller.sub, ownerSession, name, type, details });
    store.workroomMembers.put({
      workroomId: workroom.id,
      userId: caller.sub,
      role: 'owner',
      invitedBy: null,
    });
    services.activity.audit(call, { action: 'workroom-created', target: name });
    return reply.code(201).send(workroomAnswer(services, workroom, caller.sub));
  });

  app.get('/workrooms/', async ({ identity }) => {
    const { sub } = callerOf(identity);
    return { items: store.workrooms.listFor(sub).map((workroom) => workroomAnswer(services, workroom, sub)) };
  });

  app.get('/workrooms/:workroom_id', async ({ identity, params }) => {
    const caller = callerOf(identity);
    return workroomAnswer(services, workroomAt(services, params, caller), caller.sub);
  });

  app.delete('/workrooms/:workroom_id', async (call) => {
    const caller = callerOf(call.identity);
    const { id, name } = workroomAt(services, call.params, caller);
    if (services.workrooms.roleIn(id, caller.sub) !== 'owner' && !caller.roles.includes('admin'))
      throw notAuthorized();
    services.workrooms.remove(id);
    services.activity.audit(call, { action: 'workroom-deleted', target: name });
    return { workroom_id: id, status: 'deleted', message: 'Workroom deleted' };
  });

  app.post('/workrooms/:workroom_id/enter', async (call) => {
    const caller = callerOf(call.identity);
    const { id } = workroomAt(services, call.params, caller);
    const sid = sessionOf(caller);
    if (!services.workrooms.mayEnter(id, caller.sub)) throw notAuthorized();
    services.workrooms.enter(sid, id);
    return {
      workroom_id: id,
      access_token: null,
      expires_in: null,
      message: 'Session bound to the workroom',
    };
  });

  app.post('/workrooms/leave', async (call) => {
    const caller = callerOf(call.identity);
    const sid = sessionOf(caller);
    const expected = parseInput(leaving, call.body, 'body')?.expected_workroom_id;
    const present = caller.kind === 'session' ? caller.standing?.workroomId : undefined;
    if (expected != null && expected.toLowerCase() !== present)
      throw new HttpError(409, 'The session is not in that workroom');
    services.workrooms.leave(sid);
    return {
      workroom_id: globalWorkroom,
      access_token: null,
      expires_in: null,
      message: 'Session bound to no workroom',
    };
  });
}

// Only sessions enter workrooms; a token has fixed permissions.
function sessionOf(caller: Identity): string {
  if (caller.kind === 'pat')
    throw new HttpError(403, 'A personal access token has no session that could enter a workroom');
  return caller.sid;
}
