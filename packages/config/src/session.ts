import { z } from 'zod';
import { engineProfileSchema } from './engine-profile.ts';
import { expandGrants, grantSchema } from './grants.ts';
import { offerSchema } from './offers.ts';
import { hostDriverSchema } from './host-capability.ts';
import { productSchema } from './product.ts';
import { proxySchema } from './proxy.ts';
import { credentialsSchema, roleSchema } from './roles.ts';
import { budgetsSchema } from './schema.ts';
import { configurationError } from './uat-error.ts';

/**
 * What a worker process needs to know about the run: the target as it stands now. Travels in the environment
 * variable `UAT_SESSION`, never in a file, because it holds credentials.
 */
export const sessionSchema = z.object({
  /** Stamps what the run makes on the target. */
  runId: z.string(),
  target: z.object({
    kind: z.enum(['embedded', 'attached', 'none']),
    name: z.string(),
    url: z.url(),
    grants: z.array(grantSchema),
    /** What the target can do; `undefined` until somebody has asked it. */
    offers: z.array(offerSchema).optional(),
    roles: z.partialRecord(roleSchema, credentialsSchema),
    verifyTls: z.boolean(),
    budgets: budgetsSchema,
    /** By which requests go to it; left out where it is asked directly. */
    proxy: proxySchema.exactOptional(),
    /** By which a browser goes to it and to other hosts. */
    browserProxy: proxySchema.exactOptional(),
    /** Models to download and run; undefined where the profile names none. */
    engine: engineProfileSchema.optional(),
  }),
  /** The packages that the run installs, on machines that it makes. */
  products: z.array(productSchema).default([]),
  /** How those machines are made; left out, in the best way that there is here. */
  hostDriver: hostDriverSchema.optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** What stands for the target where a test is about a package: nobody answers there, and only machines may be made. */
export function noTarget(granting: Pick<Session['target'], 'name' | 'grants'>): Session['target'] {
  return {
    kind: 'none',
    name: granting.name,
    url: 'http://there-is-no-target.invalid',
    grants: granting.grants.filter((grant) => grant === 'hosts'),
    offers: [],
    roles: {},
    verifyTls: true,
    budgets: {},
  };
}

/** The line that `pnpm platform --json` prints when it is ready. */
export const platformReadySchema = z.object({
  url: z.url(),
  version: z.string(),
  accounts: z.array(z.object({ role: roleSchema, username: z.string(), password: z.string() })),
  /** PEM file of the private certificate authority, with `--tls`. */
  ca: z.string().optional(),
});
export type PlatformReady = z.infer<typeof platformReadySchema>;

/** Matches that line; Playwright puts a named group of `webServer.wait` into the environment. */
export const platformReadyLine = /^UAT_PLATFORM=(?<UAT_PLATFORM>\{.+\})$/m;

/** An embedded platform that has said it is ready, as a target. */
export function embeddedTarget(ready: Omit<PlatformReady, 'version'>): Session['target'] {
  return {
    kind: 'embedded',
    name: 'embedded',
    url: ready.url,
    grants: expandGrants('all'),
    roles: rolesOf(ready),
    verifyTls: true,
    budgets: {},
  };
}

/** The credentials of the accounts that a platform announced. */
function rolesOf({ accounts }: Pick<PlatformReady, 'accounts'>): Session['target']['roles'] {
  return Object.fromEntries(accounts.map(({ role, username, password }) => [role, { username, password }]));
}

/**
 * Reads the session that the starting process left in the environment.
 * @throws UatError (configuration) when there is none: a spec was run without `uat` and without our Playwright config.
 */
export function sessionFrom(env: NodeJS.ProcessEnv): Session {
  if (env['UAT_SESSION']) return sessionSchema.parse(JSON.parse(env['UAT_SESSION']));
  const { UAT_PLATFORM: platform, UAT_RUN_ID: runId } = env;
  if (platform && runId) {
    return { runId, target: embeddedTarget(platformReadySchema.parse(JSON.parse(platform))), products: [] };
  }
  throw configurationError(
    'No target: run the specs with `pnpm uat`, or with the playwright.config.ts of this repository.',
  );
}
