import { z } from 'zod';

import type { Services } from '../../services.ts';

// Names end up in headers, logs and addresses: letters, digits and the marks that names are made of.
const username = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\p{L}\p{N}._@+-]+$/u, 'A name consists of letters, digits and . _ @ + -');
const email = z.email().max(254);

/** The roles that `known` has; any other is refused before anything is made. */
function rolesAmong(known: readonly string[]) {
  return z.array(
    z.string().refine((role) => known.includes(role), {
      error: `There is no such role; there are ${known.join(', ')}`,
    }),
  );
}

/** A new user. The product's document lets the address be left out, the product does not. */
export function userCreation(
  newPassword: Services['identity']['newPassword'],
  knownRoles: readonly string[],
) {
  // Whoever is given no role gets the one that may do least.
  const roles = rolesAmong(knownRoles)
    .nullish()
    .transform((given) => given ?? ['viewer']);
  return z.object({ username, email, password: newPassword, roles });
}

/** Changes of a user; what is null or left out stays as it is. */
export function userChanges(knownRoles: readonly string[]) {
  return z.object({
    username: username.nullish(),
    email: email.nullish(),
    active: z.boolean().nullish(),
    roles: rolesAmong(knownRoles).nullish(),
  });
}

/** A password that an administrator sets. */
export function passwordReset(newPassword: Services['identity']['newPassword']) {
  return z.object({ new_password: newPassword });
}

/** Path of one user. Any UUID will do: whether there is such a user is another question. */
export const userPath = z.object({ user_id: z.guid() });
