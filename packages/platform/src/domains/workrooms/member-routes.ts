import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Services } from '../../services.ts';
import { defaultTenant } from '../../settings.ts';
import { type WorkroomMember, workroomRoles } from './member-store.ts';
import { workroomAt, workroomPath } from './workroom-at.ts';

const invitation = z.object({ email: z.email().max(320), role: z.enum(workroomRoles).default('viewer') });
const memberPath = workroomPath.extend({ member_user_id: z.string() });
const removal = z.object({ confirm_active_sessions: z.stringbool().default(false) });

/** Routes for members of a workroom, managed by its owners. */
export function workroomMemberRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;

  app.get('/workrooms/:workroom_id/members', async ({ identity, params }) => {
    const { id } = workroomAt(services, params, callerOf(identity));
    return { items: store.workroomMembers.list(id).map((member) => memberAnswer(services, member)) };
  });

  app.post('/workrooms/:workroom_id/members', async (call, reply) => {
    const caller = callerOf(call.identity);
    const { id, ownerId } = workroomAt(services, call.params, caller);
    mayDecide(services, id, caller);
    const { email, role } = parseInput(invitation, call.body ?? undefined, 'body');
    const user = store.users.list().find((one) => one.email?.toLowerCase() === email.toLowerCase());
    if (!user) throw new HttpError(404, 'User not found');
    if (user.id === ownerId && role !== 'owner')
      throw new HttpError(409, 'The owner of a workroom cannot be made less than that');
    const member = store.workroomMembers.put({
      workroomId: id,
      userId: user.id,
      role,
      invitedBy: caller.sub,
    });
    services.activity.audit(call, { action: 'workroom-member-added', target: user.username });
    return reply.code(201).send(memberAnswer(services, member));
  });

  app.delete('/workrooms/:workroom_id/members/:member_user_id', async (call) => {
    const caller = callerOf(call.identity);
    const { id, ownerId } = workroomAt(services, call.params, caller);
    const { member_user_id: userId } = parseInput(memberPath, call.params, 'path');
    const { confirm_active_sessions } = parseInput(removal, call.query, 'query');
    // Members may leave by themselves.
    if (userId !== caller.sub) mayDecide(services, id, caller);
    if (services.workrooms.roleIn(id, userId) === undefined) throw new HttpError(404, 'Member not found');
    if (userId === ownerId) throw new HttpError(409, 'The owner of a workroom cannot be removed from it');
    if (!confirm_active_sessions && store.workroomSessions.count(id, userId) > 0)
      throw new HttpError(409, 'The member is in the workroom: repeat with confirm_active_sessions');
    store.workroomMembers.remove(id, userId);
    services.activity.audit(call, { action: 'workroom-member-removed', target: userId });
    const removed = store.workroomMembers.find(id, userId);
    return removed && memberAnswer(services, removed);
  });
}

function mayDecide(services: Services, workroomId: string, { sub, roles }: Identity): void {
  if (services.workrooms.roleIn(workroomId, sub) !== 'owner' && !roles.includes('admin'))
    throw notAuthorized();
}

function memberAnswer({ store }: Services, member: WorkroomMember) {
  const user = store.users.byId(member.userId);
  return {
    id: member.id,
    workroom_id: member.workroomId,
    tenant_id: defaultTenant,
    user_id: member.userId,
    role: member.role,
    invited_by_user_id: member.invitedBy,
    active: member.removedAt === null,
    joined_at: member.joinedAt,
    removed_at: member.removedAt,
    username: user?.username ?? null,
    email: user?.email ?? null,
    active_session_count: store.workroomSessions.count(member.workroomId, member.userId),
    is_primary_owner: store.workrooms.byId(member.workroomId)?.ownerId === member.userId,
  };
}
