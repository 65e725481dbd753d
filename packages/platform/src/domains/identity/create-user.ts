import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { anonymous } from '../gateway/policy.ts';
import type { Services } from '../../services.ts';
import { hashPassword } from './hash-password.ts';
import type { User } from './user-store.ts';
import { userCreation } from './user-input.ts';

/** Roles that a user can have. */
export function rolesOf({ policy }: Services): string[] {
  return policy.current.roles.filter((role) => role !== anonymous);
}

/** 409: somebody has this name. */
export function nameTaken(): HttpError {
  return new HttpError(409, 'A user of this name exists already');
}

/** Adds the user that a request describes, all of it or nothing. Throws a 422 or a 409 when it cannot be. */
export async function createUser(
  services: Services,
  body: unknown,
  { external = false }: { external?: boolean } = {},
): Promise<User> {
  const { users } = services.store;
  const { username, email, password, roles } = parseInput(
    userCreation(services.identity.newPassword, rolesOf(services)),
    body ?? undefined,
    'body',
  );
  const passwordHash = await hashPassword(password);
  if (users.byUsername(username)) throw nameTaken();
  return users.add({ username, email, roles: [...new Set(roles)], passwordHash, external });
}
