import type { Services } from '../../services.ts';
import { defaultTenant } from '../../settings.ts';
import type { Workroom } from './workroom-store.ts';

/** A workroom as the API shows it to a user. */
export function workroomAnswer(services: Services, workroom: Workroom, userId: string) {
  const { id, ownerId, name, type, details, createdAt, deletedAt } = workroom;
  const owner = services.store.users.byId(ownerId);
  const members = services.store.workroomMembers.list(id);
  return {
    id,
    tenant_id: defaultTenant,
    owner_user_id: ownerId,
    name,
    type,
    ...details,
    status: deletedAt === null ? 'active' : 'deleted',
    created_at: createdAt,
    updated_at: null,
    deleted_at: deletedAt,
    member_count: members.length,
    membership_role: services.workrooms.roleIn(id, userId) ?? null,
    is_owner: ownerId === userId,
    is_shared: members.length > 1,
    owner_username: owner?.username ?? null,
    owner_email: owner?.email ?? null,
  };
}
