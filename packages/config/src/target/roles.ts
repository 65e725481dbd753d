import { z } from 'zod';

/** The roles of a target, besides `anonymous`. */
export const roles = ['admin', 'user', 'viewer'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** The credentials of a role: a personal access token, or a user name and a password. */
export const credentialsSchema = z.union([
  z.object({ token: z.string().min(1) }),
  z.object({ username: z.string().min(1), password: z.string().min(1) }),
]);
export type RoleCredentials = z.infer<typeof credentialsSchema>;

/** The environment variables that hold a role's credentials: their names, never the values. */
export const credentialVariablesSchema = z.strictObject({
  username: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  token: z.string().min(1).optional(),
});
export type CredentialVariables = z.infer<typeof credentialVariablesSchema>;

/** A role's credentials from the environment; a token wins. `undefined` when they are not completely set. */
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
