import type { User } from '../identity/user-store.ts';

/** Claims about a user in ID tokens and user information. */
export function claimsOf({ id, username, email }: Pick<User, 'id' | 'username' | 'email'>) {
  return {
    sub: id,
    preferred_username: username,
    name: username,
    ...(email !== null && { email }),
    email_verified: true,
  };
}
