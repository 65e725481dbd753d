import { quarantineEntrySchema } from '@uat/config';
import { z } from 'zod';
import { plannedTestSchema } from './planned-test.ts';
import { runRequestSchema } from './run-request.ts';

/** The version of header and events that this code writes. */
export const recordVersion = 1;

const timeSchema = z.iso.datetime();

/** `run.json`: what is known of a run before it begins. */
export const headerSchema = z.object({
  schemaVersion: z.literal(recordVersion),
  runId: z.string(),
  startedAt: timeSchema,
  lane: z.string(),
  /** What was asked for. */
  request: runRequestSchema,
  /** Of the suites; null outside a repository. */
  suiteCommit: z.string().nullable(),
  /** Which part of a plan this is, from 1; absent for the whole. */
  shard: z.object({ index: z.int().positive(), of: z.int().positive() }).optional(),
});
export type RecordHeader = z.output<typeof headerSchema>;

const plannedSchema = z.object({
  event: z.literal('planned'),
  /** Of `tests`: parts of one plan have the same. */
  hash: z.string(),
  /** All that is there of the areas, whatever the selection. */
  tests: z.array(plannedTestSchema),
  /** What the areas are called for people, by their names. */
  areaTitles: z.record(z.string(), z.string()).optional(),
  /** Ids of those that this run has to account for. */
  assigned: z.array(z.string()),
  /** Of a merge: ids of those whose part is missing or cannot be trusted. */
  unknown: z.array(z.string()).optional(),
});

/** What a run is judged by, as it stood when the run started: it is judged by the same wherever its folder goes. */
const policySchema = z.object({
  event: z.literal('policy'),
  /** Of all lanes. */
  quarantine: z.array(quarantineEntrySchema),
  /** Whether all tests of the areas were asked for: an entry that is about none of them is then a mistake. */
  whole: z.boolean(),
});

const targetSchema = z.object({
  event: z.literal('target'),
  name: z.string(),
  /** Null where the tests ask no target, and until it is known. */
  url: z.string().nullable(),
  version: z.string().nullable(),
  contractVersion: z.string().nullable(),
  /** What it can do, beyond what every target can. */
  capabilities: z.array(z.string()),
  grants: z.array(z.string()),
  /** Ids of the faults that are switched on. */
  faults: z.array(z.string()),
  /** When it could be used; absent when it could not, or not yet. */
  readyAt: timeSchema.optional(),
});

/** A worker has begun an attempt at a test. */
const begunSchema = z.object({ event: z.literal('begun'), id: z.string(), worker: z.int() });

const attemptSchema = z.object({
  event: z.literal('attempt'),
  /** Of the test. */
  id: z.string(),
  /** 0 for the first, 1 for the first retry. */
  index: z.int().nonnegative(),
  /** Tried again when no other test ran, because a time-out had left it unclear. */
  alone: z.boolean().optional(),
  /** Of a merge: the part in which it was made. */
  shard: z.int().positive().optional(),
  worker: z.int(),
  startedAt: timeSchema,
  ms: z.number().nonnegative(),
  /** `notRun`: something before the test kept it from its promise. */
  status: z.enum(['passed', 'failed', 'timedOut', 'skipped', 'interrupted', 'notRun']),
  /** Why it was skipped, or did not run. */
  reason: z.string().optional(),
  error: z
    .object({
      /** What is told of it: one line, without colour. */
      message: z.string(),
      stack: z.string().optional(),
      /** The same for errors that differ in ids, times and ports only. */
      fingerprint: z.string(),
      /** That time ran out is all that it says. */
      timedOut: z.boolean().optional(),
    })
    .optional(),
  /** Where the error arose. */
  phase: z.enum(['setup', 'test', 'teardown']).optional(),
  layer: z.enum(['api', 'browser']).optional(),
  /** What the fixtures know about the cause better than the message does. */
  cause: z.enum(['configuration', 'infrastructure']).optional(),
  /** The role whose credentials the target refused: to blame only if it takes them nowhere in the run. */
  refusedRole: z.string().optional(),
  steps: z.array(z.object({ title: z.string(), ms: z.number(), failed: z.boolean() })),
  /** Paths from the run's folder. */
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
  /** Of the test or diagnostic that made us ask. */
  id: z.string(),
  state: z.enum(['up', 'down']),
  detail: z.string(),
});

const diagnosticSchema = z.object({
  event: z.literal('diagnostic'),
  /** For the probe that may follow. */
  id: z.string().optional(),
  /** `error`: of Playwright or a worker; the probe tells what it is. */
  kind: z.enum(['regression', 'configuration', 'infrastructure', 'error']),
  /** Of the worker in which it arose. */
  area: z.string().optional(),
  message: z.string(),
});
export type Diagnostic = z.output<typeof diagnosticSchema>;

const machineSchema = z.object({
  event: z.literal('machine'),
  /** Of a merge: the part whose machine it was. */
  shard: z.int().positive().optional(),
  startedAt: timeSchema,
  ms: z.number().nonnegative(),
  /** See `MachineSample`. */
  lag: z.number().nonnegative(),
  pressure: z.number(),
  others: z.number(),
  steal: z.number(),
});

/** What kept a run from starting or going on, or what it left behind on the target (a regression). */
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
  /** The target has let this role in with its credentials, so they are right. */
  z.object({ event: z.literal('role'), role: z.string() }),
  diagnosticSchema,
  /** A stretch of time in which this machine was slow; there is none for the time in which it was not. */
  machineSchema,
  /** It ended before its last test: somebody stopped it, or it had seen enough. */
  z.object({
    event: z.literal('stopped'),
    by: z.enum(['signal', 'timeout', 'caught', 'failures']),
    signal: z.enum(['SIGINT', 'SIGTERM']).optional(),
    reason: z.string(),
    /** When the tests that were running were told to end; absent where they were not. */
    at: timeSchema.optional(),
    /** Of a merge: the part that was stopped. */
    shard: z.int().positive().optional(),
  }),
  /** How Playwright ended. */
  z.object({ event: z.literal('executed'), status: z.enum(['passed', 'failed', 'timedout', 'interrupted']) }),
  /** Nothing comes after it: without it the run was cut off. */
  z.object({ event: z.literal('ended'), at: timeSchema }),
]);
export type RecordEvent = z.output<typeof eventSchema>;
export type EventOf<Kind extends RecordEvent['event']> = Extract<RecordEvent, { event: Kind }>;

/** A run, as it stands in its folder. */
export interface RunRecord {
  header: RecordHeader;
  events: readonly RecordEvent[];
  /** Lines of it could not be read: what they said is lost. */
  damaged?: boolean;
}
