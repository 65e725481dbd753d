import { quarantineEntrySchema } from '@uat/config';
import { z } from 'zod';
import { excludedTestSchema } from '../schema.ts';
import { failureClasses } from './classify.ts';
import { failureCauses } from './failure-cause.ts';
import { confidences } from './witness/evidence.ts';
import { failureLayers } from './witness/layer.ts';

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

const failureSchema = z.preprocess(
  upgraded,
  z.object({
    id: z.string(),
    title: z.string(),
    file: z.string(),
    area: z.string(),
    /** Name of the product, where there are several. */
    product: z.string().optional(),
    tickets: z.array(z.string()),
    /** Ids of the faults that the test claims to catch. */
    catches: z.array(z.string()),
    /** Hash of the error, the same for errors that differ only in ids, times and ports. */
    fingerprint: z.string(),
    /** The cause; `flaky` when the test passed on a retry, `known` when a ticket tracks the failure. */
    class: z.enum(failureClasses),
    /** Decides the verdict, whatever the class. */
    cause: z.enum(failureCauses),
    layer: z.enum(failureLayers),
    /** Facts that speak for or against the cause, a sentence each. */
    evidence: z.array(z.string()),
    confidence: z.enum(confidences),
    /** Labels of the symptoms that the failure shows (`symptoms.yaml`). */
    labels: z.array(z.string()),
    phase: z.enum(['setup', 'test', 'teardown']),
    error: z.string(),
    /** Command that runs the test again. */
    rerun: z.string(),
    /** Paths relative to the run's folder. */
    attachments: z.array(z.string()),
    /** Seconds from the readiness of the target to the end of the first failed attempt; absent when unknown. */
    foundAfter: z.number().optional(),
    /** What its history says: `first failure in 41 runs`; absent when there is none. */
    history: z.string().optional(),
    /** Quarantine entry that keeps the failure from blocking; absent when it counts. */
    quarantine: quarantineEntrySchema.optional(),
  }),
);
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
    /** Ids of the faults; absent without any. */
    faults: z.array(z.string()).optional(),
  }),
  suiteCommit: z.string().nullable(),
  lane: z.string(),
  areas: z.array(z.string()),
  counts: z.object({
    /** Selected tests; the other counts, except `dependency`, add up to it. */
    discovered: count,
    passed: count,
    failed: count,
    flaky: count,
    skipped: count,
    notEligible: count,
    notRun: count,
    /** Failed tests in quarantine, which do not block; not included in `failed`. */
    quarantined: count,
    /** In a merge: tests of a part that is missing or cannot be trusted. */
    unknown: count,
    /** Tests of areas that ran only because another area requires them. */
    dependency: count,
  }),
  failures: z.array(failureSchema),
  /** Tests that passed on a retry, with their last failure. */
  flaky: z.array(failureSchema).default([]),
  notEligible: z.array(z.object({ id: z.string(), requires: z.string(), reason: z.string() })),
  /** Tests that the plan leaves out; absent when it leaves out none. */
  excluded: z.array(excludedTestSchema).optional(),
  /** Sentences about problems outside the tests, and the reasons why tests did not run. */
  trouble: z.array(z.string()),
  /** Labels of symptoms that the run shows outside its tests. */
  labels: z.array(z.string()).default([]),
});
export type Verdict = z.output<typeof verdictSchema>;
export type Counts = Verdict['counts'];

/** Adds to a failure what earlier versions of the file lack, and renames its layer. */
function upgraded(failure: unknown): unknown {
  if (typeof failure !== 'object' || failure === null || 'cause' in failure) return failure;
  const { class: cause, layer } = failure as { class?: unknown; layer?: unknown };
  return {
    ...{ cause, evidence: [], confidence: 'low', labels: [], ...failure },
    layer: layer === 'browser' ? 'console' : layer,
  };
}
