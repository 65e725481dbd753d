import { plannedTestSchema } from '@uat/record';
import { z } from 'zod';

/** The version of plan files that this code writes. */
export const planVersion = 1;

const seconds = z.number().nonnegative();

const testPlanSchema = plannedTestSchema.extend({
  /**
   * `quarantined` and `notEligible` tests are in a shard too: they run, or report there why they cannot.
   */
  state: z.enum(['assigned', 'excluded', 'quarantined', 'notEligible']),
  /** Why it is excluded, quarantined or not eligible; of an assigned test, why it was chosen where not all were. */
  reason: z.string().optional(),
  /** What excluded it. */
  by: z.enum(['selection', 'budget']).optional(),
  /** Ticket of its quarantine. */
  ticket: z.string().optional(),
  /** Requirement that is missing: `grant:policy`. */
  missing: z.string().optional(),
  /** Numbers of its shards, from 1: none when excluded, several when other areas need its area. */
  shards: z.array(z.int().positive()),
});
export type TestPlan = z.output<typeof testPlanSchema>;

/** Everything of a plan but its hash. */
export const planContentSchema = z.strictObject({
  schemaVersion: z.literal(planVersion),
  lane: z.string(),
  /** The requested areas. */
  areas: z.array(z.string()),
  /** What else was requested, for each shard to repeat. */
  request: z.strictObject({
    target: z.string().optional(),
    grants: z.array(z.string()).optional(),
    grep: z.string().optional(),
    tickets: z.array(z.string()).optional(),
    artifact: z.string().optional(),
    previous: z.string().optional(),
    profile: z.string().optional(),
    driver: z.string().optional(),
  }),
  /** What a shard must find again, or refuse to run. */
  pins: z.strictObject({
    /** Commit of the suites, with `+` when there were uncommitted changes; null outside a checkout. */
    suiteCommit: z.string().nullable(),
    target: z.strictObject({
      name: z.string(),
      /** Null for a target that each shard starts itself, or none at all. */
      url: z.string().nullable(),
      version: z.string().nullable(),
      contractVersion: z.string().nullable(),
      /** Hash of the operations and schemas of the API that it serves. */
      contractHash: z.string().nullable(),
    }),
  }),
  /** Every discovered test. */
  tests: z.array(testPlanSchema),
  shards: z.array(
    z.strictObject({
      /** Ids of its tests. */
      tests: z.array(z.string()),
      /** Predicted wall-clock seconds, its set-up included. */
      seconds,
    }),
  ),
  /** Predicted seconds of the longest shard. */
  makespan: seconds,
  /** Seconds below which no split can come. */
  lowerBound: seconds,
  /** Mean of the shards’ seconds divided by the longest. */
  balance: z.number(),
});
export type PlanContent = z.output<typeof planContentSchema>;

/** A plan file: written once, before any matrix exists, and named by its hash in the record of each shard. */
export const pinnedPlanSchema = planContentSchema.extend({ hash: z.string() });
export type PinnedPlan = z.output<typeof pinnedPlanSchema>;
