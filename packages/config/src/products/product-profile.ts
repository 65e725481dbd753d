import { z } from 'zod';

/** A command on the host where the product is installed: a program and its arguments. */
const commandSchema = z.tuple([z.string().min(1)], z.string());
const absoluteSchema = z.string().startsWith('/');
const variableSchema = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'is no name of an environment variable');

/** Something that a removal may leave as it is. */
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
  /** A path or a name; `*` stands for anything within a folder, `**` for anything. */
  pattern: z.string().min(1),
  /** What may stay after `purge` may stay after `remove`, too. */
  after: z.enum(['remove', 'purge']),
  reason: z.string().min(1),
});

/**
 * What an installer is expected to do, as far as its package does not say so itself. What is left out is not guessed: the
 * promises that need it are listed as not proven.
 */
export const productProfileSchema = z.strictObject({
  title: z.string().min(1),
  /** Names of its package files. */
  artifacts: z.array(z.instanceof(RegExp)).min(1),
  /** Why nobody has run anything with this profile yet. */
  neverRun: z.string().min(1).optional(),

  /** Units that run after an installation, with their suffix. */
  services: z.array(z.string().regex(/\.(service|socket|timer)$/)).default([]),
  /** Who its service runs as. */
  user: z.string().min(1).optional(),
  /** TCP ports that it listens on. */
  ports: z.array(z.number().int().min(1).max(65_535)).default([]),
  /** Where it answers with 2xx when it is well. */
  health: z.strictObject({ port: z.number().int().positive(), path: absoluteSchema }).optional(),
  folders: z
    .strictObject({
      /** Programs: nobody but root writes here. */
      code: z.array(absoluteSchema).default([]),
      /** Settings: kept by an upgrade and by a removal. */
      config: z.array(absoluteSchema).default([]),
      /** What the product stores: kept by a removal, gone after a purge. */
      data: z.array(absoluteSchema).default([]),
    })
    .prefault({}),

  /** Environment of an unattended installation. */
  flags: z.record(variableSchema, z.string()).default({}),
  /** The variable by which its licence is accepted; without it the installation is refused, and says its name. */
  licence: z.strictObject({ variable: variableSchema, accepted: z.string().min(1) }).optional(),
  /** The variable by which it is given a secret when it is installed. */
  secret: variableSchema.optional(),
  /** A line that somebody may add to one of its files without harm. */
  settings: z.strictObject({ file: absoluteSchema, line: z.string().min(1) }).optional(),
  /**
   * `write` stores something; `read` prints the same after an upgrade as before. `spoil` makes what the version before
   * stored such that this one cannot take it over.
   */
  data: z
    .strictObject({ write: commandSchema, read: commandSchema, spoil: commandSchema.optional() })
    .optional(),
  commands: z
    .strictObject({
      /** Prints its version. */
      version: commandSchema.optional(),
      /** Ends with 0 when all is well. */
      doctor: commandSchema.optional(),
    })
    .default({}),
  /** How an archive or a script is run, in the folder where it was unpacked. */
  script: z.strictObject({ install: commandSchema, remove: commandSchema, purge: commandSchema }).optional(),
  /** What it does not let anybody do to an installation, saying why. */
  refuses: z.array(z.enum(['downgrade', 'skipped version', 'small disk', 'busy port'])).default([]),
  /** A Kamiwaza: the smoke and sign-in promises hold for it. Its `secret` is the password of this administrator. */
  kamiwaza: z
    .strictObject({
      port: z.number().int().positive(),
      username: z.string().min(1),
      /** The setting that says by which address browsers reach it: `VARIABLE=URL`, a line of this file. */
      publicUrl: z.strictObject({ file: absoluteSchema, variable: variableSchema }),
    })
    .optional(),
  /** What may stay behind, each with its reason; anything else that stays is a broken promise. */
  residue: z.array(residueSchema).default([]),
});

/** What the author of a profile writes. */
export type ProductProfileInput = z.input<typeof productProfileSchema>;
export type ProductProfile = z.output<typeof productProfileSchema>;

/** Gives back what it is given: typed completion for the files in `suites/installers/products/`. */
export function defineProduct(profile: ProductProfileInput): ProductProfileInput {
  return profile;
}
