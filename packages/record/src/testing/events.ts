import type { QuarantineEntry } from '@uat/config';
import { fold, type RunState } from '../fold.ts';
import { judge } from '../judge/judge.ts';
import type { Verdict } from '../judge/verdict-schema.ts';
import type { PlannedTest } from '../planned-test.ts';
import type { Attempt, Diagnostic, EventOf, RecordEvent, RecordHeader } from '../schema.ts';

/** A planned test, named by its id: `authnz/sign-in#title-in-words`. */
export function planned(id: string, change: Partial<PlannedTest> = {}): PlannedTest {
  const [file = '', slug = id] = id.split('#');
  return {
    id,
    aliases: [],
    title: slug.replaceAll('-', ' '),
    file: `suites/${file}.spec.ts:4`,
    area: file.split('/')[0] ?? '',
    capability: 'sign in',
    tickets: ['ENG-1'],
    catches: [],
    severity: 'normal',
    retries: 0,
    requires: [],
    dependency: false,
    ...change,
  };
}

export function plan(...tests: PlannedTest[]): EventOf<'planned'> {
  return { event: 'planned', hash: 'f00d', tests, assigned: tests.map(({ id }) => id) };
}

export function attempt(id: string, status: Attempt['status'], change: Partial<Attempt> = {}): Attempt {
  return {
    ...{ event: 'attempt', id, status, index: 0, worker: 0, startedAt: header.startedAt, ms: 100 },
    ...{ steps: [], attachments: [], ...change },
  };
}

export const passed = (id: string, change: Partial<Attempt> = {}) => attempt(id, 'passed', change);

/** A failed attempt with an error of the product. */
export function failed(id: string, change: Partial<Attempt> & { message?: string } = {}): Attempt {
  const { message = 'expected 401, got 200 from GET /api/auth/users/me', ...rest } = change;
  return attempt(id, 'failed', {
    ...{ error: { message, fingerprint: 'beef' }, phase: 'test', layer: 'api' },
    ...rest,
  });
}

export function ineligible(id: string, requires: string, reason: string): EventOf<'ineligible'> {
  return { event: 'ineligible', id, requires, reason };
}

/** The probe of the target after a failed test, or another error. */
export function answered(id: string, state: 'up' | 'down'): EventOf<'probe'> {
  const detail =
    state === 'up' ? 'GET http://t/api/ping answered 200' : 'GET http://t/api/ping failed: refused';
  return { event: 'probe', id, state, detail };
}

export function diagnostic(kind: Diagnostic['kind'], message: string): Diagnostic {
  return { event: 'diagnostic', kind, message, ...(kind === 'error' ? { id: 'error 1' } : {}) };
}

/** A second in which this machine was slow, `at` seconds after the start of the run. */
export function slow(at: number, change: Partial<EventOf<'machine'>> = {}): EventOf<'machine'> {
  const startedAt = new Date(Date.parse(header.startedAt) + at * 1_000).toISOString();
  return { event: 'machine', startedAt, ms: 1_000, lag: 0, pressure: 1, others: 0.5, steal: 0, ...change };
}

export const executed = (status: EventOf<'executed'>['status']): RecordEvent => ({
  event: 'executed',
  status,
});

export const ended: RecordEvent = { event: 'ended', at: '2026-11-22T18:31:48.960Z' };

export const header: RecordHeader = {
  schemaVersion: 1,
  runId: '20261122-1831-k3f9',
  startedAt: '2026-11-22T18:31:07.120Z',
  lane: 'local',
  request: { areas: ['authnz'] },
  suiteCommit: '83e2d5b',
};

/** A quarantine entry for a test, in force at the start of these runs. */
export function quarantineOf(test: string, change: Partial<QuarantineEntry> = {}): QuarantineEntry {
  return {
    ...{ test, ticket: 'ENG-9', reason: 'fails one time in ten', owner: 'ada', lane: 'local' },
    ...{ expires: '2026-12-01', ...change },
  };
}

/** The policy of a run. */
export const policy = (...quarantine: QuarantineEntry[]): EventOf<'policy'> => ({
  ...{ event: 'policy', quarantine, whole: true },
});

/** The target of a run, as found. */
export const target: EventOf<'target'> = {
  ...{ event: 'target', name: 'embedded', url: 'http://127.0.0.1:41233', version: '1.2.0' },
  ...{ contractVersion: '1.2.0', capabilities: [], grants: [], faults: [] },
};

/** Events with the times of a record: each attempt a second after the one before. */
export function timed(events: readonly RecordEvent[]): RecordEvent[] {
  const start = Date.parse(header.startedAt);
  return events.map((one, index) =>
    one.event === 'attempt' ? { ...one, startedAt: new Date(start + index * 1000).toISOString() } : one,
  );
}

/** The state of a finished run with these events. */
export function stateOf(events: readonly RecordEvent[], change: Partial<RecordHeader> = {}): RunState {
  return fold({ header: { ...header, ...change }, events: [target, ...timed(events), ended] });
}

/** The verdict on a finished run with these events. */
export function verdictOn(events: readonly RecordEvent[]): Verdict {
  return judge(stateOf(events));
}
