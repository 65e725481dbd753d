import { verifyPassword } from './verify-password.ts';
import type { User, Users } from './user-store.ts';

/** The active user with this name and password, after the same amount of work whether or not the name exists. */
export async function authenticate(
  users: Users,
  username: string,
  password: string,
): Promise<User | undefined> {
  const user = users.byUsername(username);
  const right = await verifyPassword(password, user?.passwordHash);
  return right && user?.active ? user : undefined;
}
