import type { User } from './user-store.ts';

/** Whether the user is an active administrator. */
export function isAdministrator({ active, roles }: Pick<User, 'active' | 'roles'>): boolean {
  return active && roles.includes('admin');
}
