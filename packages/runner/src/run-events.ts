import path from 'node:path';
import { journal } from '@uat/core';
import { z } from 'zod';

const plannedTestSchema = z.object({
  /** `area/file#slug-of-the-title`. */
  id: z.string(),
  title: z.string(),
  /** `suites/authnz/sign-in.spec.ts:31`. */
  file: z.string(),
  area: z.string(),
  /** Which of several products the test is about. */
  product: z.string().optional(),
  /** The title of the file's describe block: `personal access tokens`. */
  capability: z.string(),
  tickets: z.array(z.string()),
  regressions: z.array(z.string()),
  /** Ran because another area depends on its area, not because it was asked for. */
  dependency: z.boolean(),
});
export type PlannedTest = z.infer<typeof plannedTestSchema>;

const failureSchema = z.object({
  /** What was expected of what and what came, in one line, see `headline`. */
  error: z.string(),
  phase: z.enum(['setup', 'test', 'teardown']),
  layer: z.enum(['api', 'browser']),
  /** What the fixtures know about the cause better than the message does. */
  blame: z.enum(['configuration', 'infrastructure']).optional(),
  /** The role whose credentials the target refused: to blame only if it takes them nowhere in the run. */
  refusedRole: z.string().optional(),
  attachments: z.array(z.string()),
});
export type RecordedFailure = z.infer<typeof failureSchema>;

const judgedSchema = z.object({
  event: z.literal('judged'),
  id: z.string(),
  outcome: z.enum(['passed', 'failed', 'flaky', 'skipped', 'notEligible']),
  seconds: z.number(),
  /** When that was known, ISO 8601. */
  at: z.string().optional(),
  failure: failureSchema.optional(),
  /** Why it did not run: for `skipped` and `notEligible`. */
  reason: z.string().optional(),
  needs: z.string().optional(),
});
export type JudgedTest = z.infer<typeof judgedSchema>;

const notRunSchema = z.object({
  /** What had gone wrong before left nothing to be learnt from the test. */
  event: z.literal('notRun'),
  id: z.string(),
  reason: z.string(),
});
export type TestNotRun = z.infer<typeof notRunSchema>;

const probeSchema = z.object({
  event: z.literal('probe'),
  /** The test whose failure made us ask. */
  id: z.string(),
  state: z.enum(['up', 'down']),
  detail: z.string(),
});

const acceptedSchema = z.object({
  event: z.literal('accepted'),
  /** The target has let this role in with its credentials, so they are right. */
  role: z.string(),
});

const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('plan'), tests: z.array(plannedTestSchema) }),
  judgedSchema,
  notRunSchema,
  probeSchema,
  acceptedSchema,
  /** An error that belongs to no test; `loading` when none was planned: the specs are to blame, not the run. */
  z.object({ event: z.literal('error'), id: z.string(), message: z.string(), loading: z.boolean() }),
  /** The run ended itself before its last test, and why: nobody interrupted it. */
  z.object({ event: z.literal('stopped'), reason: z.string() }),
  z.object({ event: z.literal('end'), status: z.enum(['passed', 'failed', 'timedout', 'interrupted']) }),
]);
export type RunEvent = z.infer<typeof eventSchema>;

const eventsIn = (runFolder: string) => journal(path.join(runFolder, 'events.ndjson'), eventSchema);

/** Appends one event; synchronous, so that what was judged survives whatever happens next. */
export function recordEvent(runFolder: string, event: RunEvent): void {
  eventsIn(runFolder).append(event);
}

/**
 * The events of a run in order, and behind them what was lost. A last line that was cut off by a crash is left out; any
 * other that cannot be read becomes an error: what it said is lost, and nothing that was lost may be green.
 */
export function readEvents(runFolder: string): RunEvent[] {
  const { file, read } = eventsIn(runFolder);
  const { entries, damaged } = read();
  const lost = damaged.map((line): RunEvent => {
    const message = `line ${line} of ${file} cannot be read`;
    return { event: 'error', id: `line ${line}`, message, loading: false };
  });
  return [...entries, ...lost];
}
