import { quarantineEntrySchema, symptomSchema } from '@uat/config';
import { z } from 'zod';
import { plannedTestSchema } from './planned-test.ts';
import { runRequestSchema } from './run-request.ts';

/** The version of header and events that this code writes. */
export const recordVersion = 1;

const timeSchema = z.iso.datetime();

/** `run.json`: the facts about a run before it begins. */
export const headerSchema = z.object({
  schemaVersion: z.literal(recordVersion),
  runId: z.string(),
  startedAt: timeSchema,
  lane: z.string(),
  /** The request for the run. */
  request: runRequestSchema,
  /** Commit of the suites; null outside a repository. */
  suiteCommit: z.string().nullable(),
  /** Hash of the pinned plan; absent for a run that planned itself. */
  planHash: z.string().optional(),
  /** Part of a sharded run, from 1; absent for a whole run. */
  shard: z.object({ index: z.int().positive(), of: z.int().positive() }).optional(),
});
export type RecordHeader = z.output<typeof headerSchema>;

/** A test that a plan leaves out. */
export const excludedTestSchema = z.object({
  id: z.string(),
  /** `selection`: nothing that concerns it has changed; `budget`: it would not have ended in time. */
  by: z.enum(['selection', 'budget']),
  reason: z.string(),
});
export type ExcludedTest = z.output<typeof excludedTestSchema>;

const plannedSchema = z.object({
  event: z.literal('planned'),
  /** Hash of the pinned plan, else of `tests`: the same for all parts of one plan. */
  hash: z.string(),
  /** All tests of the areas, whatever the selection. */
  tests: z.array(plannedTestSchema),
  /** Titles of the areas, by name. */
  areaTitles: z.record(z.string(), z.string()).optional(),
  /** Ids of the tests that this run has to account for. */
  assigned: z.array(z.string()),
  /** Tests that the plan leaves out; all others are in a part. */
  excluded: z.array(excludedTestSchema).optional(),
  /** In a merge: ids of the tests whose part is missing or cannot be trusted. */
  unknown: z.array(z.string()).optional(),
});

/** The policy at the start of the run, recorded so that the run is judged alike wherever its folder goes. */
const policySchema = z.object({
  event: z.literal('policy'),
  /** Entries of all lanes. */
  quarantine: z.array(quarantineEntrySchema),
  /** Symptoms by which failures are labelled; absent in records of earlier versions. */
  symptoms: z.array(symptomSchema).optional(),
  /** Share of the tests that may pass only when tried again; no limit where it is absent. */
  flakeBudget: z.number().optional(),
  /** Whether all tests of the areas were selected; an entry that names none of them is then a mistake. */
  whole: z.boolean(),
});

const targetSchema = z.object({
  event: z.literal('target'),
  name: z.string(),
  /** Null when the tests use no target, and until it is known. */
  url: z.string().nullable(),
  version: z.string().nullable(),
  contractVersion: z.string().nullable(),
  /** Hash of the operations and schemas of the API that it serves; null or absent when unknown. */
  contractHash: z.string().nullable().optional(),
  /** Capabilities of the target. */
  capabilities: z.array(z.string()),
  grants: z.array(z.string()),
  /** Ids of the faults. */
  faults: z.array(z.string()),
  /** Time at which the target was ready; absent when it is not, or not yet. */
  readyAt: timeSchema.optional(),
});

/** The start of an attempt at a test. */
const begunSchema = z.object({ event: z.literal('begun'), id: z.string(), worker: z.int() });

const attemptSchema = z.object({
  event: z.literal('attempt'),
  /** Id of the test. */
  id: z.string(),
  /** 0 for the first, 1 for the first retry. */
  index: z.int().nonnegative(),
  /** True for a retry without other tests beside it, after a time-out that proved nothing. */
  alone: z.boolean().optional(),
  /** In a merge: the part in which the attempt was made. */
  shard: z.int().positive().optional(),
  worker: z.int(),
  startedAt: timeSchema,
  ms: z.number().nonnegative(),
  /** `notRun`: an earlier failure prevented the test. */
  status: z.enum(['passed', 'failed', 'timedOut', 'skipped', 'interrupted', 'notRun']),
  /** Reason why it was skipped, or did not run. */
  reason: z.string().optional(),
  error: z
    .object({
      /** Headline: one line, without colour. */
      message: z.string(),
      stack: z.string().optional(),
      /** Hash of the error, the same for errors that differ only in ids, times and ports. */
      fingerprint: z.string(),
      /** True when a deadline is the only error. */
      timedOut: z.boolean().optional(),
    })
    .optional(),
  /** Phase of the test in which the error arose. */
  phase: z.enum(['setup', 'test', 'teardown']).optional(),
  layer: z.enum(['api', 'browser']).optional(),
  /** Cause that fixtures have determined; it takes precedence over the message. */
  cause: z.enum(['configuration', 'infrastructure']).optional(),
  /** Role whose credentials the target refused; the cause only if it accepts them nowhere in the run. */
  refusedRole: z.string().optional(),
  steps: z.array(z.object({ title: z.string(), ms: z.number(), failed: z.boolean() })),
  /** Paths relative to the run's folder. */
  attachments: z.array(z.string()),
});
export type Attempt = z.output<typeof attemptSchema>;

const ineligibleSchema = z.object({
  event: z.literal('ineligible'),
  id: z.string(),
  requires: z.string(),
  reason: z.string(),
});

const probeSchema = z.object({
  event: z.literal('probe'),
  /** Id of the test or diagnostic that caused the probe. */
  id: z.string(),
  state: z.enum(['up', 'down']),
  detail: z.string(),
  /** Start of the probe; absent in records of earlier versions, like all that follows. */
  at: timeSchema.optional(),
  /** True when the test uses no target, so that none was probed. */
  withoutTarget: z.literal(true).optional(),
  /** Whether the target still accepts a session of the run that it accepted before; absent without such a session. */
  authentication: z
    .object({ state: z.enum(['accepted', 'refused', 'failed']), detail: z.string() })
    .optional(),
  /** Version of the platform; absent where the target does not report it. */
  version: z.string().optional(),
  /** What the target reports about its nodes; absent where it reports nothing. */
  resources: z.array(z.object({ state: z.enum(['sufficient', 'short']), detail: z.string() })).optional(),
});

/** The history of a failed test at the end of the run. */
const historySchema = z.object({
  event: z.literal('history'),
  /** Id of the test. */
  id: z.string(),
  /** Sentence about this failure among the earlier ones: `first failure in 41 runs`. */
  sentence: z.string(),
  /** Whether the test failed in the run before it in this lane, too, without a pass between. */
  consistent: z.boolean(),
});

const diagnosticSchema = z.object({
  event: z.literal('diagnostic'),
  /** Id to which a later probe refers. */
  id: z.string().optional(),
  /** `error`: an error of Playwright or a worker, which the probe classifies. */
  kind: z.enum(['regression', 'configuration', 'infrastructure', 'error']),
  /** Area of the worker in which it arose. */
  area: z.string().optional(),
  message: z.string(),
});
export type Diagnostic = z.output<typeof diagnosticSchema>;

const machineSchema = z.object({
  event: z.literal('machine'),
  /** In a merge: the part whose machine it was. */
  shard: z.int().positive().optional(),
  startedAt: timeSchema,
  ms: z.number().nonnegative(),
  /** See `MachineSample`. */
  lag: z.number().nonnegative(),
  pressure: z.number(),
  others: z.number(),
  steal: z.number(),
});

/** A diagnostic of a run: what prevented its start or end, or what it left on the target (a regression). */
export interface RunDiagnostic {
  kind: 'regression' | 'configuration' | 'infrastructure';
  message: string;
}

export const eventSchema = z.discriminatedUnion('event', [
  plannedSchema,
  policySchema,
  targetSchema,
  begunSchema,
  attemptSchema,
  ineligibleSchema,
  probeSchema,
  /** The target has accepted the credentials of this role, so they are valid. */
  z.object({ event: z.literal('role'), role: z.string() }),
  diagnosticSchema,
  /** An interval in which this machine was slow; no other intervals are recorded. */
  machineSchema,
  historySchema,
  /** The run ended before its last test. */
  z.object({
    event: z.literal('stopped'),
    /** `target`: it went down. `infrastructure`: too many failures were not the product's. */
    by: z.enum(['signal', 'timeout', 'caught', 'failures', 'target', 'infrastructure']),
    signal: z.enum(['SIGINT', 'SIGTERM']).optional(),
    reason: z.string(),
    /** Time at which running tests were told to end; absent when they were not. */
    at: timeSchema.optional(),
    /** In a merge: the part that was stopped. */
    shard: z.int().positive().optional(),
  }),
  /** The final status of Playwright. */
  z.object({ event: z.literal('executed'), status: z.enum(['passed', 'failed', 'timedout', 'interrupted']) }),
  /** The final event; without it the run was cut off. */
  z.object({ event: z.literal('ended'), at: timeSchema }),
]);
export type RecordEvent = z.output<typeof eventSchema>;
export type EventOf<Kind extends RecordEvent['event']> = Extract<RecordEvent, { event: Kind }>;

/** The record of a run, as stored in its folder. */
export interface RunRecord {
  header: RecordHeader;
  events: readonly RecordEvent[];
  /** True when lines could not be read, so that events are lost. */
  damaged?: boolean;
}
