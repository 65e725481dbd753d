import { z } from 'zod';
import { engineProfileSchema } from './target/engine-profile.ts';
import { grantsSchema } from './target/grants.ts';
import { capabilitySchema } from './target/capabilities.ts';
import { credentialVariablesSchema, roleSchema } from './target/roles.ts';

const rolesSchema = z.partialRecord(roleSchema, credentialVariablesSchema);

/** Time limits of a target in seconds; the lane's apply where one is left out. */
export const budgetsSchema = z.strictObject({
  /** Time limit of one request. */
  request: z.number().positive().optional(),
  test: z.number().positive().optional(),
  expect: z.number().positive().optional(),
  /** Time limit for the first token of an answer; only advisory in the lane `local`. */
  firstToken: z.number().positive().optional(),
  /** Minimum tokens per second of a model; only advisory in the lane `local`. */
  tokensPerSecond: z.number().positive().optional(),
});

const targetSchema = z.strictObject({
  /** Base URL with or without `/api`, or the environment variable that holds it. */
  url: z.union([z.url({ protocol: /^https?$/ }), z.strictObject({ env: z.string().min(1) })]),
  /** Overrides the `roles` of the file for this target. */
  roles: rolesSchema.optional(),
  grants: grantsSchema.default([]),
  /** Capabilities that the target must have, checked at the start of a run; by default those that its API shows. */
  capabilities: z.array(capabilitySchema).optional(),
  tls: z
    .strictObject({
      /** PEM file of the certificate authority, relative to the config. */
      ca: z.string().optional(),
      verify: z.boolean().default(true),
    })
    .default({ verify: true }),
  budgets: budgetsSchema.default({}),
  /** Models that specs may download and run; by default those of the product's documentation. */
  engine: engineProfileSchema.optional(),
});

const areaSchema = z.strictObject({
  /** Name of the area in reports. */
  title: z.string().min(1),
  /** Whether the area opens a browser; `uat` makes sure that there is one before it starts. */
  browser: z.boolean().default(true),
  /** Whether its tests judge a running Kamiwaza; false: a package, on machines made for it. */
  target: z.boolean().default(true),
  /** Time limit of a test in seconds, instead of the lane's. */
  testTimeout: z.number().positive().optional(),
  /** Areas that must be green before this one starts. */
  after: z.array(z.string()).default([]),
  /** Most tests of the area in quarantine, in one lane. */
  maxQuarantined: z.number().int().nonnegative().default(5),
});

/** Which tests a change concerns, for `uat plan --since`. */
const selectionSchema = z.strictObject({
  /** By glob of changed files: names of areas, or of capabilities as `area › capability`. */
  paths: z.record(z.string().min(1), z.array(z.string().min(1))).default({}),
  /** Globs of files that concern no test. A file that is in neither concerns all. */
  ignore: z.array(z.string().min(1)).default([]),
  /** The API contract, relative to the config, which is compared by operation. */
  contract: z.string().optional(),
});

const laneSchema = z.strictObject({
  workers: z.number().int().positive().default(2),
  /** Time limit of a test, in seconds. */
  testTimeout: z.number().positive().default(30),
  /** Time limit of an assertion that waits for the page, in seconds. */
  expectTimeout: z.number().positive().default(5),
  /** Time limit of one request, in seconds. */
  requestTimeout: z.number().positive().default(20),
  /** Number of failed tests that ends the run; 0 for no limit. */
  maxFailures: z.number().int().nonnegative().default(0),
  /** Number of failures by infrastructure, among twice as many attempts, that ends the run; 0 for no limit. */
  maxInfrastructureFailures: z.number().int().nonnegative().default(10),
  /** How often a failed test is tried again, at the end of the run, to tell flaky tests from broken promises. */
  retries: z.number().int().nonnegative().default(0),
  /** Share of the tests that may pass only when tried again; beyond it the run is red. */
  flakeBudget: z.number().min(0).max(1).default(1),
});

/** The lane of pipelines, which wait for each run: after many failures, more of them add nothing. */
const cdLaneSchema = laneSchema.extend({
  maxFailures: laneSchema.shape.maxFailures.removeDefault().default(30),
  maxInfrastructureFailures: laneSchema.shape.maxInfrastructureFailures.removeDefault().default(5),
  retries: laneSchema.shape.retries.removeDefault().default(1),
  flakeBudget: laneSchema.shape.flakeBudget.removeDefault().default(0.005),
});

/** The shape of `uat.config.ts`. */
export const uatConfigSchema = z
  .strictObject({
    /** Folder of the suites, relative to the file. */
    suites: z.string().default('suites'),
    tickets: z.strictObject({
      /** Regular expression that matches a whole ticket id. */
      pattern: z.instanceof(RegExp).transform(({ source }) => new RegExp(`^(?:${source})$`)),
      /** URL of a ticket; `%s` stands for its id. */
      url: z.string().includes('%s'),
    }),
    selection: selectionSchema.default({ paths: {}, ignore: [] }),
    areas: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), areaSchema),
    lanes: z.strictObject({ local: laneSchema, cd: cdLaneSchema, nightly: laneSchema }),
    /** Environment variables with each role's credentials for attached targets; a target may override them. */
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

/** The config as a team writes it. */
export type UatConfigInput = z.input<typeof uatConfigSchema>;

/** The validated config with defaults, and the folder it lies in. */
export type UatConfig = z.output<typeof uatConfigSchema> & { readonly root: string };
export type LaneName = keyof UatConfig['lanes'];
export const laneNames = ['local', 'cd', 'nightly'] as const satisfies readonly LaneName[];

/** Returns its argument: typed completion for `uat.config.ts`. */
export function defineUat(config: UatConfigInput): UatConfigInput {
  return config;
}
