import type { User } from './user-store.ts';

/** Whether this user may administer: the role, and the right to use it. */
export function isAdministrator({ active, roles }: Pick<User, 'active' | 'roles'>): boolean {
  return active && roles.includes('admin');
}
