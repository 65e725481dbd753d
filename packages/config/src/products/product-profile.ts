import { z } from 'zod';

/** A command on the host where the product is installed: a program and its arguments. */
const commandSchema = z.tuple([z.string().min(1)], z.string());
const absoluteSchema = z.string().startsWith('/');
const variableSchema = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'is not the name of an environment variable');

/** Residue that a removal may leave. */
const residueSchema = z.strictObject({
  kind: z
    .enum([
      'file',
      'user',
      'group',
      'service',
      'timer',
      'cron',
      'socket',
      'process',
      'package',
      'selection',
      'mount',
      'diversion',
      'statoverride',
      'alternative',
      'trigger',
      'ucf',
      'debconf',
    ])
    .default('file'),
  /** Path or name; `*` matches within a folder, `**` anything. */
  pattern: z.string().min(1),
  /** The removal that may leave it; what may stay after `purge` may also stay after `remove`. */
  after: z.enum(['remove', 'purge']),
  reason: z.string().min(1),
});

/**
 * The expected behaviour of an installer, beyond what its package states. Nothing that is left out is guessed: promises
 * that require it are listed as not proven.
 */
export const productProfileSchema = z.strictObject({
  title: z.string().min(1),
  /** Patterns for the names of its package files. */
  artifacts: z.array(z.instanceof(RegExp)).min(1),
  /** Why nothing has been run with this profile yet. */
  neverRun: z.string().min(1).optional(),

  /** Units that run after an installation, with suffix. */
  services: z.array(z.string().regex(/\.(service|socket|timer)$/)).default([]),
  /** User that its service runs as. */
  user: z.string().min(1).optional(),
  /** TCP ports that it listens on after an installation. */
  ports: z.array(z.number().int().min(1).max(65_535)).default([]),
  /** Endpoint that answers 2xx while the service is healthy. */
  health: z.strictObject({ port: z.number().int().positive(), path: absoluteSchema }).optional(),
  folders: z
    .strictObject({
      /** Programs: only root writes here. */
      code: z.array(absoluteSchema).default([]),
      /** Settings: an upgrade and a removal keep them. */
      config: z.array(absoluteSchema).default([]),
      /** Stored data: a removal keeps it, a purge removes it. */
      data: z.array(absoluteSchema).default([]),
    })
    .prefault({}),

  /** Environment variables of an unattended installation. */
  flags: z.record(variableSchema, z.string()).default({}),
  /** Variable that accepts the licence; without it the installation is refused with a message that names it. */
  licence: z.strictObject({ variable: variableSchema, accepted: z.string().min(1) }).optional(),
  /** Variable that passes a secret to the installation. */
  secret: variableSchema.optional(),
  /** Harmless line that an administrator may add to one of its files. */
  settings: z.strictObject({ file: absoluteSchema, line: z.string().min(1) }).optional(),
  /**
   * `write` stores data; `read` prints the same before and after an upgrade. `spoil` changes stored data so that an
   * upgrade cannot migrate it.
   */
  data: z
    .strictObject({ write: commandSchema, read: commandSchema, spoil: commandSchema.optional() })
    .optional(),
  commands: z
    .strictObject({
      /** Command that prints its version. */
      version: commandSchema.optional(),
      /** Command that exits with 0 when all is well. */
      doctor: commandSchema.optional(),
    })
    .default({}),
  /** Commands for an archive or a script, run in the folder where it was unpacked. */
  script: z.strictObject({ install: commandSchema, remove: commandSchema, purge: commandSchema }).optional(),
  /** Operations that it refuses with an explanation. */
  refuses: z.array(z.enum(['downgrade', 'skipped version', 'small disk', 'busy port'])).default([]),
  /** Set for a Kamiwaza, to which smoke and sign-in promises apply; `secret` is this administrator's password. */
  kamiwaza: z
    .strictObject({
      port: z.number().int().positive(),
      username: z.string().min(1),
      /** Setting for the address by which browsers reach it: a line `VARIABLE=URL` of this file. */
      publicUrl: z.strictObject({ file: absoluteSchema, variable: variableSchema }),
    })
    .optional(),
  /** Permitted residue, each with its reason; any other residue is a broken promise. */
  residue: z.array(residueSchema).default([]),
});

/** A profile as its author writes it. */
export type ProductProfileInput = z.input<typeof productProfileSchema>;
export type ProductProfile = z.output<typeof productProfileSchema>;

/** Returns its argument: typed completion for the files in `suites/installers/products/`. */
export function defineProduct(profile: ProductProfileInput): ProductProfileInput {
  return profile;
}
