import { z } from 'zod';
import { expandGrants, grantSchema } from './grants.ts';
import { credentialsSchema, roleSchema } from './roles.ts';
import { configurationError } from './uat-error.ts';

/**
 * What a worker process needs to know about the run: the target as it stands now. Travels in the environment
 * variable `UAT_SESSION`, never in a file, because it holds credentials.
 */
export const sessionSchema = z.object({
  target: z.object({
    kind: z.enum(['embedded', 'attached']),
    name: z.string(),
    url: z.url(),
    grants: z.array(grantSchema),
    roles: z.partialRecord(roleSchema, credentialsSchema),
    verifyTls: z.boolean(),
  }),
});
export type Session = z.infer<typeof sessionSchema>;

/** The line that `pnpm platform --json` prints when it is ready. */
export const platformReadySchema = z.object({
  url: z.url(),
  version: z.string(),
  accounts: z.array(z.object({ role: roleSchema, username: z.string(), password: z.string() })),
});
export type PlatformReady = z.infer<typeof platformReadySchema>;

/** Matches that line; Playwright puts a named group of `webServer.wait` into the environment. */
export const platformReadyLine = /^UAT_PLATFORM=(?<UAT_PLATFORM>\{.+\})$/m;

/** The session of a run on the embedded target that has just said it is ready. */
export function embeddedSession(ready: PlatformReady): Session {
  return {
    target: {
      kind: 'embedded',
      name: 'embedded',
      url: ready.url,
      grants: expandGrants('all'),
      roles: Object.fromEntries(
        ready.accounts.map(({ role, username, password }) => [role, { username, password }]),
      ),
      verifyTls: true,
    },
  };
}

/**
 * Reads the session that the starting process left in the environment.
 * @throws UatError (configuration) when there is none: a spec was run without `uat` and without our Playwright config.
 */
export function sessionFrom(env: NodeJS.ProcessEnv): Session {
  if (env['UAT_SESSION']) return sessionSchema.parse(JSON.parse(env['UAT_SESSION']));
  if (env['UAT_PLATFORM']) {
    return embeddedSession(platformReadySchema.parse(JSON.parse(env['UAT_PLATFORM'])));
  }
  throw configurationError(
    'No target: run the specs with `pnpm uat`, or with the playwright.config.ts of this repository.',
  );
}
