import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { anonymous } from '../gateway/policy.ts';
import type { Services } from '../../services.ts';
import { hashPassword } from './hash-password.ts';
import type { User } from './user-store.ts';
import { userCreation } from './user-input.ts';

/** The roles that a user can have. */
export function rolesOf({ policy }: Services): string[] {
  return policy.current.roles.filter((role) => role !== anonymous);
}

/** A 409: the name is taken. */
export function nameTaken(): HttpError {
  return new HttpError(409, 'A user of this name exists already');
}

/** Creates the user of a request. Throws a 422 for invalid input, and a 409 for a taken name. */
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
