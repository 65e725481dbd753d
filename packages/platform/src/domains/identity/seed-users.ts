import { seededAccounts, type Account, type PasswordChoice } from './seeded-accounts.ts';
import { hashPassword } from './hash-password.ts';
import { verifyPassword } from './verify-password.ts';
import type { Users } from './user-store.ts';

/**
 * Adds the first accounts to an empty realm, and returns those with a known password. In an existing realm
 * it changes only the passwords that `choice` names.
 */
export async function seedUsers(users: Users, choice: PasswordChoice = {}): Promise<Account[]> {
  if (choice.first !== undefined) {
    if (users.count() === 0)
      await addAccounts(users, [{ role: 'admin', username: 'admin', password: choice.first }]);
    return [];
  }
  const accounts = seededAccounts(choice);
  if (users.count() === 0) {
    await addAccounts(users, accounts);
    return accounts;
  }
  const known = await Promise.all(
    accounts.map(async ({ role, username, password }) => {
      const user = users.byUsername(username);
      if (!user) return false;
      const chosen = choice.random === true || (role === 'admin' && choice.admin !== undefined);
      if (!chosen) return verifyPassword(password, user.passwordHash);
      users.setPasswordHash(user.id, await hashPassword(password));
      return true;
    }),
  );
  return accounts.filter((_, index) => known[index]);
}

async function addAccounts(users: Users, accounts: readonly Account[]): Promise<void> {
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
  accounts.forEach(({ username, role }, index) => {
    const email = `${username}@kamiwaza.local`;
    users.add({ username, email, roles: [role], passwordHash: hashes[index] ?? '' });
  });
}
