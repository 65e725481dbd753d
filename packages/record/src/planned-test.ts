import { z } from 'zod';

export const plannedTestSchema = z.object({
  /** `area/file#slug-of-the-title`. */
  id: z.string(),
  /** Its ids before its title or its file was changed, the first one first. */
  aliases: z.array(z.string()).default([]),
  title: z.string(),
  /** `suites/authnz/sign-in.spec.ts:31`. */
  file: z.string(),
  area: z.string(),
  /** Which of several products the test is about. */
  product: z.string().optional(),
  /** The title of the file's describe block: `personal access tokens`. */
  capability: z.string(),
  tickets: z.array(z.string()),
  /** Ids of the faults that turn the test red. */
  catches: z.array(z.string()),
  severity: z.string(),
  /** How often it is tried again when it fails. */
  retries: z.int().nonnegative().default(0),
  /** Grants, capabilities and roles without which it cannot be judged: `grant:tokens`. */
  requires: z.array(z.string()),
  /** Runs because another area needs its area, not because it was asked for. */
  dependency: z.boolean(),
  /** Tests of one group run one after another on one worker. */
  group: z.string().optional(),
  /** In a plan: each part whose areas need its area runs it, and it counts once. */
  shared: z.boolean().optional(),
});
export type PlannedTest = z.output<typeof plannedTestSchema>;
