import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { engineProfileSchema } from './engine-profile.ts';
import { expandGrants, grantSchema } from './grants.ts';
import { capabilitySchema } from './capabilities.ts';
import { hostDriverSchema } from './host-capability.ts';
import { productSchema } from './product.ts';
import { proxySchema } from './proxy.ts';
import { credentialsSchema, roleSchema } from './roles.ts';
import { budgetsSchema, laneNames } from './schema.ts';
import { configurationError } from '@uat/core';

/**
 * What the processes of a run share: Playwright's, its reporters' and its workers'. It stands in a file that only this
 * user can read, because it holds credentials, outside of the run's folder; the variable `UAT_SESSION` names it.
 */
const sessionSchema = z.strictObject({
  /** The run's tag, in the names of what it creates on the target. */
  runId: z.string(),
  lane: z.enum(laneNames),
  /** Path of the `uat.config.ts`. */
  config: z.string(),
  target: z.object({
    kind: z.enum(['embedded', 'attached', 'none']),
    name: z.string(),
    url: z.url(),
    grants: z.array(grantSchema),
    /** What the target can do; `undefined` until somebody has asked it. */
    capabilities: z.array(capabilitySchema).optional(),
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
  /** Playwright starts the embedded platform itself: where it is, stands in `UAT_PLATFORM` as soon as it is there. */
  startsPlatform: z.boolean(),
  /** The packages that the run installs, on machines that it makes. */
  products: z.array(productSchema),
  /** How those machines are made; left out, in the best way that there is here. */
  hostDriver: hostDriverSchema.optional(),
  headed: z.boolean(),
  /** The key of the target's certificate that the browser accepts (SHA-256 of its SPKI, base64), after Node has verified it. */
  trustedKey: z.string().optional(),
  /** The run's folder and the files of the run; absent where Playwright reports on its own (an editor, its UI mode). */
  run: z
    .strictObject({
      folder: z.string(),
      /** Where reporters write what is not redacted yet. */
      staging: z.string(),
      /** Ids of the tests to run, with all their repetitions, when only some of the selected ones are wanted. */
      only: z.array(z.string()).optional(),
      /** The tests that are tried once more, each alone: how often each was tried before, by its id. */
      again: z.record(z.string(), z.int().positive()).optional(),
      /** Only what a verdict needs is written. */
      quiet: z.boolean(),
    })
    .optional(),
  /** The journals in which a run remembers what it has to undo and to hide; absent without a run that waits for its end. */
  journals: z
    .strictObject({
      /** Resources that it created on the target. */
      resources: z.string(),
      /** The sessions that it began there. */
      sessions: z.string(),
      /** Passwords, tokens and cookies that must not be published. */
      secrets: z.string(),
    })
    .optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** What stands for the target where a test is about a package: nobody answers there, and only machines may be made. */
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

/** The embedded platform before it has said where it is. */
export const pendingEmbeddedTarget: Session['target'] = embeddedTarget({
  url: 'http://not-started-yet.invalid',
  accounts: [],
});

/** The credentials of the accounts that a platform announced. */
function rolesOf({ accounts }: Pick<PlatformReady, 'accounts'>): Session['target']['roles'] {
  return Object.fromEntries(accounts.map(({ role, username, password }) => [role, { username, password }]));
}

/** Writes a session into its file; a reader finds a whole one or none. */
export function writeSession(file: string, session: Session): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, JSON.stringify(session), { mode: 0o600 });
  renameSync(draft, file);
}

/**
 * The session that `UAT_SESSION` names; none outside a run.
 * @throws UatError (configuration) when its file holds no session.
 */
export function sessionIn(env: NodeJS.ProcessEnv): Session | undefined {
  const { UAT_SESSION: file, UAT_PLATFORM: platform } = env;
  if (!file) return undefined;
  const session = readSession(file);
  if (!session.startsPlatform || !platform) return session;
  return { ...session, target: embeddedTarget(platformReadySchema.parse(JSON.parse(platform))) };
}

/**
 * Reads the session that the starting process left.
 * @throws UatError (configuration) when there is none: a spec was run without `uat` and without our Playwright config.
 */
export function sessionFrom(env: NodeJS.ProcessEnv): Session {
  const session = sessionIn(env);
  if (session !== undefined) return session;
  throw configurationError(
    'No target: run the specs with `pnpm uat`, or with the playwright.config.ts of this repository.',
  );
}

/** The session that was read last, for fixtures ask for it in every test. */
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
    throw configurationError(`UAT_SESSION names ${file}, which holds no session of a run:${why}`, {
      cause: error,
    });
  }
}
