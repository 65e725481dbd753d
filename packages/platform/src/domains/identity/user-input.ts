import { z } from 'zod';

import type { Services } from '../../services.ts';

// Names appear in headers, logs and URLs, so only letters, digits and a few marks are allowed.
const username = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\p{L}\p{N}._@+-]+$/u, 'A name consists of letters, digits and . _ @ + -');
const email = z.email().max(254);

/** Schema for roles among `known`. */
function rolesAmong(known: readonly string[]) {
  return z.array(
    z.string().refine((role) => known.includes(role), {
      error: `There is no such role; there are ${known.join(', ')}`,
    }),
  );
}

/** Schema of a new user. The product's document makes the e-mail address optional, the product does not. */
export function userCreation(
  newPassword: Services['identity']['newPassword'],
  knownRoles: readonly string[],
) {
  // The default is the role with the fewest permissions.
  const roles = rolesAmong(knownRoles)
    .nullish()
    .transform((given) => given ?? ['viewer']);
  return z.object({ username, email, password: newPassword, roles });
}

/** Schema of changes to a user; fields that are null or absent stay as they are. */
export function userChanges(knownRoles: readonly string[]) {
  return z.object({
    username: username.nullish(),
    email: email.nullish(),
    active: z.boolean().nullish(),
    roles: rolesAmong(knownRoles).nullish(),
  });
}

/** Schema of a password reset by an administrator. */
export function passwordReset(newPassword: Services['identity']['newPassword']) {
  return z.object({ new_password: newPassword });
}

/** Path of one user, by any UUID. */
export const userPath = z.object({ user_id: z.guid() });
