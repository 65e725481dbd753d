import { z } from 'zod';

/** The failure that ends a run early, once it is confirmed. */
const stopConditionSchema = z.strictObject({
  /** Id of the fault that the failed test has to be about. */
  fault: z.string(),
  /** Regular expression for the error of a test that met the fault without claiming it. */
  symptom: z.strictObject({ source: z.string(), flags: z.string() }).optional(),
  /** Title of the only test that counts; any test when left out. */
  test: z.string().optional(),
  /** Ids of tests whose failure proves nothing. */
  except: z.array(z.string()),
});
export type StopCondition = z.output<typeof stopConditionSchema>;

/**
 * The request for a run. Unknown fields are an error: a request that is only half understood would run something else.
 */
export const runRequestSchema = z.strictObject({
  /** By default all areas. */
  areas: z.array(z.string()).optional(),
  target: z.string().optional(),
  grants: z.array(z.string()).optional(),
  /** PEM file with the certificate authorities of the target. */
  ca: z.string().optional(),
  /** Path of a `uat.config.ts`. */
  config: z.string().optional(),
  lane: z.string().optional(),
  grep: z.string().optional(),
  tickets: z.array(z.string()).optional(),
  /** Ids of the tests to run, with all their repetitions; by default all selected tests. */
  only: z.array(z.string()).optional(),
  /** Ids of faults to seed in the embedded platform or the fixture package. */
  faults: z.array(z.string()).optional(),
  /** File of a pinned plan, whose areas, target, grants and lane then hold. */
  plan: z.strictObject({ file: z.string(), hash: z.string() }).optional(),
  /** The part of the plan to run. */
  shard: z.strictObject({ index: z.int().positive(), of: z.int().positive() }).optional(),
  artifact: z.string().optional(),
  previous: z.string().optional(),
  profile: z.string().optional(),
  driver: z.string().optional(),
  workers: z.int().positive().optional(),
  /** Number of failures that ends the run, instead of the lane's; 0 for no limit. */
  maxFailures: z.int().nonnegative().optional(),
  stopOn: stopConditionSchema.optional(),
  /** Time limit of the run: `20m`. */
  timeout: z.string().optional(),
  /** More arguments for `playwright test`. */
  playwright: z.array(z.string()).optional(),
  /** Whether to show the browser. */
  headed: z.boolean().optional(),
  /** Whether to use Playwright's UI mode. */
  ui: z.boolean().optional(),
  /** The run's folder, instead of `.uat/runs/<id>`. */
  out: z.string().optional(),
  /** Whether to leave `.uat/last` unchanged. */
  aside: z.boolean().optional(),
  /** Whether to keep only what a verdict requires, so that no report can be made. */
  quiet: z.boolean().optional(),
});
export type RunRequest = z.output<typeof runRequestSchema>;
