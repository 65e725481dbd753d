import type { ZodType } from 'zod';

import type { Foundation } from '../../foundation.ts';
import { authenticate } from './authenticate.ts';
import { isAdministrator } from './is-administrator.ts';
import { newPassword } from './new-password.ts';
import type { User } from './user-store.ts';
import { verifyPassword } from './verify-password.ts';

/** Users and their passwords. */
export interface IdentityService {
  /** The active user with this name and password; undefined when there is none. */
  authenticate(username: string, password: string): Promise<User | undefined>;
  passwordMatches(password: string, hash: string | undefined): Promise<boolean>;
  /** Schema that a new password has to satisfy. */
  newPassword: ZodType<string>;
  isLastAdministrator(user: User): boolean;
}

/** Creates the identity service. */
export function createIdentityService({ store }: Pick<Foundation, 'store'>): IdentityService {
  return {
    authenticate: (username, password) => authenticate(store.users, username, password),
    passwordMatches: verifyPassword,
    newPassword,
    isLastAdministrator: (user) =>
      isAdministrator(user) && store.users.list().filter(isAdministrator).length === 1,
  };
}
