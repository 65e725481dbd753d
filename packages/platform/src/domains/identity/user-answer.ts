import type { User } from './user-store.ts';

/** A user as the API shows one. */
export function userAnswer(user: User, deleted = false) {
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    roles: user.roles,
    active: user.active && !deleted,
    deleted,
    is_external: user.external,
    external_id: null,
    linked_subject_id: user.id,
    full_name: null,
    name: user.username,
    is_superuser: user.roles.includes('admin'),
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}
