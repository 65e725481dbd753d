import { z } from 'zod';

/** Who can act on a target, beside `anonymous`. */
export const roles = ['admin', 'user', 'viewer'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** How a role proves who it is: a personal access token, or a name and a password. */
export const credentialsSchema = z.union([
  z.object({ token: z.string().min(1) }),
  z.object({ username: z.string().min(1), password: z.string().min(1) }),
]);
export type RoleCredentials = z.infer<typeof credentialsSchema>;

/** Where a role's credentials are found: names of environment variables, never the values themselves. */
export const credentialVariablesSchema = z.strictObject({
  username: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  token: z.string().min(1).optional(),
});
export type CredentialVariables = z.infer<typeof credentialVariablesSchema>;

/** The credentials that the environment holds for a role; a token wins. `undefined` when they are not (all) set. */
export function credentialsFrom(
  variables: CredentialVariables,
  env: NodeJS.ProcessEnv,
): RoleCredentials | undefined {
  const read = (name: string | undefined) => (name === undefined ? undefined : env[name] || undefined);
  const [token, username, password] = [
    read(variables.token),
    read(variables.username),
    read(variables.password),
  ];
  if (token !== undefined) return { token };
  return username !== undefined && password !== undefined ? { username, password } : undefined;
}
