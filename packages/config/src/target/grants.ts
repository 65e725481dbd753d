import { z } from 'zod';
import { didYouMean, configurationError } from '@uat/core';

/** What a run may change on a target. The embedded target grants everything, an attached one nothing by default. */
export const grants = [
  'users',
  'tokens',
  'sessions',
  'policy',
  'models',
  'deployments',
  'apps',
  'config',
  'hosts',
] as const;

export const grantSchema = z.enum(grants);
export type Grant = z.infer<typeof grantSchema>;

/** Grants as written in a profile: a list, or `all`. */
export const grantsSchema = z.union([z.literal('all'), z.array(grantSchema)]);

/** Expands `all` and gives the grants without duplicates, in the order of {@link grants}. */
export function expandGrants(written: z.infer<typeof grantsSchema>): Grant[] {
  return written === 'all' ? [...grants] : grants.filter((grant) => written.includes(grant));
}

/**
 * Parses the value of `--grant`: `tokens`, `users,tokens` or `all`.
 * @throws UatError (configuration) for an unknown grant.
 */
export function parseGrants(words: string): Grant[] {
  const parts = words.split(/[\s,]+/).filter(Boolean);
  const unknown = parts.find((part) => part !== 'all' && !grants.includes(part as Grant));
  if (unknown !== undefined || parts.length === 0) {
    throw configurationError(
      `'${unknown ?? words}' is not a grant. Grants: ${grants.join(', ')}, or all (for example --grant tokens,sessions).${didYouMean(unknown ?? '', grants)}`,
    );
  }
  return parts.includes('all') ? [...grants] : expandGrants(parts as Grant[]);
}
