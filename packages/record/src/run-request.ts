import { z } from 'zod';

/** The failure for which a run is made: it ends as soon as it has one that stays. */
const soughtFailureSchema = z.strictObject({
  /** Id of the seeded fault that a test has to be about. */
  fault: z.string(),
  /** What a failed test says that met the fault without naming it: a regular expression. */
  symptom: z.strictObject({ source: z.string(), flags: z.string() }).optional(),
  /** Title of the test that it has to be; left out, any will do. */
  test: z.string().optional(),
  /** Ids of tests whose failure proves nothing. */
  except: z.array(z.string()),
});
export type SoughtFailure = z.output<typeof soughtFailureSchema>;

/**
 * What somebody asks of a run. Unknown fields are an error: a request that is only half understood would run something
 * else.
 */
export const runRequestSchema = z.strictObject({
  /** All areas when left out. */
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
  /** Ids of the tests to run, with all their repetitions, when only some of the selected ones are wanted. */
  only: z.array(z.string()).optional(),
  /** Ids of faults to switch on in the embedded platform or the fixture package. */
  faults: z.array(z.string()).optional(),
  artifact: z.string().optional(),
  previous: z.string().optional(),
  profile: z.string().optional(),
  driver: z.string().optional(),
  workers: z.int().positive().optional(),
  /** How many failures end the run, where that is not the lane's to say; 0 for none. */
  maxFailures: z.int().nonnegative().optional(),
  sought: soughtFailureSchema.optional(),
  /** After which time the run ends: `20m`. */
  timeout: z.string().optional(),
  /** More arguments for `playwright test`. */
  playwright: z.array(z.string()).optional(),
  /** Shows the browser. */
  headed: z.boolean().optional(),
  /** Playwright's UI mode. */
  ui: z.boolean().optional(),
  /** The run's folder, instead of `.uat/runs/<id>`. */
  out: z.string().optional(),
  /** Leaves `.uat/last` as it is. */
  aside: z.boolean().optional(),
  /** Keeps only what a verdict requires: no report can be made of the run. */
  quiet: z.boolean().optional(),
});
export type RunRequest = z.output<typeof runRequestSchema>;
