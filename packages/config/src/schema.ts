import { z } from 'zod';
import { engineProfileSchema } from './engine-profile.ts';
import { grantsSchema } from './grants.ts';
import { capabilitySchema } from './capabilities.ts';
import { credentialVariablesSchema, roleSchema } from './roles.ts';

const rolesSchema = z.partialRecord(roleSchema, credentialVariablesSchema);

/** Seconds; what is left out is the lane's. */
export const budgetsSchema = z.strictObject({
  /** The longest that one request may take. */
  request: z.number().positive().optional(),
  test: z.number().positive().optional(),
  expect: z.number().positive().optional(),
  /** The longest that the first token of an answer may take; advice in the lane `local`. */
  firstToken: z.number().positive().optional(),
  /** The least that a model has to say in a second; advice in the lane `local`. */
  tokensPerSecond: z.number().positive().optional(),
});

const targetSchema = z.strictObject({
  /** Base URL with or without `/api`, or the name of the environment variable that holds it. */
  url: z.union([z.url({ protocol: /^https?$/ }), z.strictObject({ env: z.string().min(1) })]),
  /** Overrides the `roles` of the file for this target. */
  roles: rolesSchema.optional(),
  grants: grantsSchema.default([]),
  /** What the target must be able to do; checked before anything starts. Left out, it offers what its API shows. */
  capabilities: z.array(capabilitySchema).optional(),
  tls: z
    .strictObject({
      /** PEM file of the certificate authority, relative to the file. */
      ca: z.string().optional(),
      verify: z.boolean().default(true),
    })
    .default({ verify: true }),
  budgets: budgetsSchema.default({}),
  /** The models that specs may download and run; left out, those of the documentation. */
  engine: engineProfileSchema.optional(),
});

const areaSchema = z.strictObject({
  /** How reports name the area. */
  title: z.string().min(1),
  /** Whether the area opens a browser; `uat` makes sure that there is one before it starts. */
  browser: z.boolean().default(true),
  /** Whether its promises are those of a running Kamiwaza. Without: of a package, on machines that are made for it. */
  target: z.boolean().default(true),
  /** The longest a test may take, in seconds, where that is not the lane's. */
  testTimeout: z.number().positive().optional(),
  /** Areas that must be green before this one starts. */
  after: z.array(z.string()).default([]),
});

const laneSchema = z.strictObject({
  workers: z.number().int().positive().default(2),
  /** The longest a test may take, in seconds. */
  testTimeout: z.number().positive().default(30),
  /** The longest an assertion may wait for the page, in seconds. */
  expectTimeout: z.number().positive().default(5),
  /** The longest that one request may take, in seconds. */
  requestTimeout: z.number().positive().default(20),
  /** How many failed tests end a run that is plainly lost; with 0 it always goes on to its last test. */
  maxFailures: z.number().int().nonnegative().default(0),
});

/** A pipeline waits for each run: one with this many failures is not made any clearer by more of them. */
const cdLaneSchema = laneSchema.extend({
  maxFailures: laneSchema.shape.maxFailures.removeDefault().default(30),
});

/** The shape of `uat.config.ts`. */
export const uatConfigSchema = z
  .strictObject({
    /** Folder of the suites, relative to the file. */
    suites: z.string().default('suites'),
    tickets: z.strictObject({
      /** A regular expression that a whole ticket id matches. */
      pattern: z.instanceof(RegExp).transform(({ source }) => new RegExp(`^(?:${source})$`)),
      /** Where a ticket lives; `%s` is its id. */
      url: z.string().includes('%s'),
    }),
    areas: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), areaSchema),
    lanes: z.strictObject({ local: laneSchema, cd: cdLaneSchema, nightly: laneSchema }),
    /** Where each role's credentials are found on an attached target, unless the target says otherwise. */
    roles: rolesSchema.default({}),
    targets: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), targetSchema).default({}),
  })
  .check((context) => {
    const { areas, targets } = context.value;
    for (const [name, area] of Object.entries(areas)) {
      for (const other of area.after.filter((after) => !(after in areas))) {
        context.issues.push({
          code: 'custom',
          message: `there is no area '${other}'`,
          path: ['areas', name, 'after'],
          input: area.after,
        });
      }
    }
    for (const name of ['embedded', 'local'].filter((reserved) => reserved in targets)) {
      context.issues.push({
        code: 'custom',
        message: `'${name}' is a platform of this machine and needs no profile`,
        path: ['targets', name],
        input: targets[name],
      });
    }
  });

/** What a team writes in `uat.config.ts`. */
export type UatConfigInput = z.input<typeof uatConfigSchema>;

/** The file, checked and with its defaults filled in, and where it lies. */
export type UatConfig = z.output<typeof uatConfigSchema> & { readonly root: string };
export type LaneName = keyof UatConfig['lanes'];
export const laneNames = ['local', 'cd', 'nightly'] as const satisfies readonly LaneName[];

/** Gives back what it is given: typed completion for `uat.config.ts`. */
export function defineUat(config: UatConfigInput): UatConfigInput {
  return config;
}
