import { seededAccounts, type Account } from '../accounts.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import { verifyPassword } from '../passwords/verify-password.ts';
import type { Users } from './users.ts';

/**
 * Adds the first accounts to an empty realm and gives back those whose password is known. In a realm that was
 * already there `adminPassword` becomes the administrator's password; without it nothing is changed.
 */
export async function seedUsers(users: Users, adminPassword?: string): Promise<Account[]> {
  const accounts = seededAccounts(adminPassword);
  if (users.count() === 0) {
    const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
    accounts.forEach(({ username, role }, index) => {
      const email = `${username}@kamiwaza.local`;
      users.add({ username, email, roles: [role], passwordHash: hashes[index] ?? '' });
    });
    return accounts;
  }
  const admin = users.byUsername('admin');
  if (admin && adminPassword !== undefined)
    users.setPasswordHash(admin.id, await hashPassword(adminPassword));
  const known = await Promise.all(
    accounts.map(({ username, password }) =>
      verifyPassword(password, users.byUsername(username)?.passwordHash),
    ),
  );
  return accounts.filter((_, index) => known[index]);
}
