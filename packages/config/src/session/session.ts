import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { engineProfileSchema } from '../target/engine-profile.ts';
import { expandGrants, grantSchema } from '../target/grants.ts';
import { capabilitySchema } from '../target/capabilities.ts';
import { hostDriverSchema } from '../products/host-capability.ts';
import { productSchema } from '../products/product.ts';
import { proxySchema } from '../proxy/proxy.ts';
import { credentialsSchema, roleSchema } from '../target/roles.ts';
import { budgetsSchema, laneNames } from '../schema.ts';
import { configurationError, writeFileAtomic } from '@uat/core';

/**
 * Data shared by the processes of a run: Playwright, its reporters and its workers. The file is outside the run's
 * folder and private to this user, because it holds credentials; the variable `UAT_SESSION` names it.
 */
const sessionSchema = z.strictObject({
  /** Id of the run, tagged onto the names of everything that it creates on the target. */
  runId: z.string(),
  lane: z.enum(laneNames),
  /** Path of the `uat.config.ts`. */
  config: z.string(),
  target: z.object({
    kind: z.enum(['embedded', 'attached', 'none']),
    name: z.string(),
    url: z.url(),
    grants: z.array(grantSchema),
    /** Capabilities of the target; `undefined` until it has been asked. */
    capabilities: z.array(capabilitySchema).optional(),
    roles: z.partialRecord(roleSchema, credentialsSchema),
    verifyTls: z.boolean(),
    budgets: budgetsSchema,
    /** Proxy for requests to it; absent for direct requests. */
    proxy: proxySchema.exactOptional(),
    /** Proxy for a browser. */
    browserProxy: proxySchema.exactOptional(),
    /** Models to download and run; `undefined` where the profile names none. */
    engine: engineProfileSchema.optional(),
  }),
  /** True when Playwright starts the embedded platform itself, and then sets `UAT_PLATFORM`. */
  startsPlatform: z.boolean(),
  /** Packages that the run installs on machines that it makes. */
  products: z.array(productSchema),
  /** Names of products whose tests are only listed. */
  productNames: z.array(z.string()).optional(),
  /** Driver for those machines; by default the best one available. */
  hostDriver: hostDriverSchema.optional(),
  headed: z.boolean(),
  /** Key of the target's certificate (SHA-256 of its SPKI, base64), verified by Node, for the browser to accept. */
  trustedKey: z.string().optional(),
  /** Files of the run; absent where Playwright reports on its own (an editor, its UI mode). */
  run: z
    .strictObject({
      folder: z.string(),
      /** Folder for output that is not redacted yet. */
      staging: z.string(),
      /** Ids of the tests to run, with all their repetitions; absent for all selected tests. */
      only: z.array(z.string()).optional(),
      /** Shard of a pinned plan, whose tests are run: the plan's file, and the shard's number from 1. */
      shard: z.strictObject({ plan: z.string(), index: z.int().positive() }).optional(),
      /** Tests to retry, each alone: the number of earlier attempts, by id. */
      again: z.record(z.string(), z.int().positive()).optional(),
      /** True to write only what a verdict requires. */
      quiet: z.boolean(),
    })
    .optional(),
  /** Journals of what the run has to undo and to hide; absent when no process waits for its end. */
  journals: z
    .strictObject({
      /** Resources that it created on the target. */
      resources: z.string(),
      /** Sign-in sessions that it began there. */
      sessions: z.string(),
      /** Secrets that must not be published. */
      secrets: z.string(),
    })
    .optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** The placeholder target of tests about a package: nothing answers there, and only machines may be made. */
export function noTarget(granting: Pick<Session['target'], 'name' | 'grants'>): Session['target'] {
  return {
    kind: 'none',
    name: granting.name,
    url: 'http://there-is-no-target.invalid',
    grants: granting.grants.filter((grant) => grant === 'hosts'),
    capabilities: [],
    roles: {},
    verifyTls: true,
    budgets: {},
  };
}

/** The JSON that `pnpm platform --json` prints when it is ready. */
export const platformReadySchema = z.object({
  url: z.url(),
  version: z.string(),
  accounts: z.array(z.object({ role: roleSchema, username: z.string(), password: z.string() })),
  /** PEM file of the private certificate authority; set with `--tls`. */
  ca: z.string().optional(),
});
export type PlatformReady = z.infer<typeof platformReadySchema>;

/** Matches the line with that JSON; Playwright exports the named group of `webServer.wait` as a variable. */
export const platformReadyLine = /^UAT_PLATFORM=(?<UAT_PLATFORM>\{.+\})$/m;

/** The target of an embedded platform that is ready. */
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

/** The target of an embedded platform whose address is not known yet. */
export const pendingEmbeddedTarget: Session['target'] = embeddedTarget({
  url: 'http://not-started-yet.invalid',
  accounts: [],
});

/** The credentials of the accounts that a platform announces. */
function rolesOf({ accounts }: Pick<PlatformReady, 'accounts'>): Session['target']['roles'] {
  return Object.fromEntries(accounts.map(({ role, username, password }) => [role, { username, password }]));
}

/** Writes a session to its file, atomically. */
export function writeSession(file: string, session: Session): void {
  writeFileAtomic(file, JSON.stringify(session), 0o600);
}

/**
 * The session that `UAT_SESSION` names; `undefined` outside a run.
 * @throws UatError (configuration) when its file is not a session.
 */
export function sessionIn(env: NodeJS.ProcessEnv): Session | undefined {
  const { UAT_SESSION: file, UAT_PLATFORM: platform } = env;
  if (!file) return undefined;
  const session = readSession(file);
  if (!session.startsPlatform || !platform) return session;
  return { ...session, target: embeddedTarget(platformReadySchema.parse(JSON.parse(platform))) };
}

/**
 * The session of the run in which this process works.
 * @throws UatError (configuration) without one: a spec was run without `uat` and without our Playwright config.
 */
export function sessionFrom(env: NodeJS.ProcessEnv): Session {
  const session = sessionIn(env);
  if (session !== undefined) return session;
  throw configurationError(
    'No target: run the specs with `pnpm uat`, or with the playwright.config.ts of this repository.',
  );
}

/** The session read last: fixtures ask for it in every test. */
let known: { file: string; written: string; session: Session } | undefined;

function readSession(file: string): Session {
  try {
    const { ino, mtimeMs } = statSync(file);
    const written = `${ino} ${mtimeMs}`;
    if (known?.file === file && known.written === written) return known.session;
    const session = sessionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    known = { file, written, session };
    return session;
  } catch (error) {
    const why = error instanceof z.ZodError ? `\n${z.prettifyError(error)}` : ` ${String(error)}`;
    throw configurationError(`UAT_SESSION names ${file}, which is not the session of a run:${why}`, {
      cause: error,
    });
  }
}
