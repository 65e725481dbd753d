import { quarantineEntrySchema } from '@uat/config';
import { z } from 'zod';

export const verdictKinds = [
  'pass',
  'regression',
  'infrastructure',
  'configuration',
  'empty',
  'interrupted',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

const count = z.int().nonnegative();

const failureSchema = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  area: z.string(),
  /** Which of several products is at fault. */
  product: z.string().optional(),
  tickets: z.array(z.string()),
  /** Ids of the faults that the test is there to catch. */
  catches: z.array(z.string()),
  /** The same for errors that differ in ids, times and ports only. */
  fingerprint: z.string(),
  class: z.enum(['product', 'configuration', 'infrastructure']),
  layer: z.enum(['api', 'browser']),
  phase: z.enum(['setup', 'test', 'teardown']),
  error: z.string(),
  /** The command that runs the test again. */
  rerun: z.string(),
  /** Paths from the run's folder. */
  attachments: z.array(z.string()),
  /** Seconds from the moment the target was there to the end of the first attempt that failed; absent when unknown. */
  foundAfter: z.number().optional(),
  /** The quarantine entry that keeps it from blocking; absent when it counts. */
  quarantine: quarantineEntrySchema.optional(),
});
export type VerdictFailure = z.output<typeof failureSchema>;

/** `verdict.json`; see docs/outcomes.md. */
export const verdictSchema = z.object({
  schemaVersion: z.literal(2),
  kind: z.enum(verdictKinds),
  exitCode: z.int().nonnegative(),
  runId: z.string(),
  startedAt: z.string(),
  seconds: z.number().nonnegative(),
  target: z.object({
    name: z.string(),
    url: z.string().nullable(),
    version: z.string().nullable(),
    contractVersion: z.string().nullable(),
    /** Ids of the faults that were switched on; absent without any. */
    faults: z.array(z.string()).optional(),
  }),
  suiteCommit: z.string().nullable(),
  lane: z.string(),
  areas: z.array(z.string()),
  counts: z.object({
    /** Tests that were asked for; the other counts, `dependency` aside, add up to it. */
    discovered: count,
    passed: count,
    failed: count,
    flaky: count,
    skipped: count,
    notEligible: count,
    notRun: count,
    /** Failed, and an entry of the quarantine keeps that from blocking; not in `failed`. */
    quarantined: count,
    /** Of a merge: tests of a part that is missing or cannot be trusted. */
    unknown: count,
    /** Tests of areas that ran only because another area needs them. */
    dependency: count,
  }),
  failures: z.array(failureSchema),
  notEligible: z.array(z.object({ id: z.string(), requires: z.string(), reason: z.string() })),
  /** What went wrong beside the tests, and why tests did not run: sentences. */
  trouble: z.array(z.string()),
});
export type Verdict = z.output<typeof verdictSchema>;
export type Counts = Verdict['counts'];
