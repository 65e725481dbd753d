import type { JudgedTest, PlannedTest, RecordedFailure, RunEvent } from '../run-events.ts';
import { type RunFacts, type RunOutcome, type Verdict, verdictOf } from '../verdict.ts';

/** A test that was asked for, named by its id: `authnz/sign-in#title-in-words`. */
export function planned(id: string, change: Partial<PlannedTest> = {}): PlannedTest {
  const [file = '', slug = id] = id.split('#');
  return {
    id,
    title: slug.replaceAll('-', ' '),
    file: `suites/${file}.spec.ts:4`,
    area: file.split('/')[0] ?? '',
    capability: 'sign in',
    tickets: ['ENG-1'],
    regressions: [],
    dependency: false,
    ...change,
  };
}

export function plan(...tests: PlannedTest[]): RunEvent {
  return { event: 'plan', tests };
}

export function judged(
  id: string,
  outcome: JudgedTest['outcome'],
  change: Partial<JudgedTest> = {},
): JudgedTest {
  return { event: 'judged', id, outcome, seconds: 0.1, ...change };
}

export function notEligible(id: string, needs: string, reason: string): JudgedTest {
  return judged(id, 'notEligible', { needs, reason });
}

export function failed(id: string, change: Partial<RecordedFailure> = {}): JudgedTest {
  const failure: RecordedFailure = {
    error: 'expected 401, got 200 from GET /api/auth/users/me',
    phase: 'test',
    layer: 'api',
    attachments: [],
    ...change,
  };
  return judged(id, 'failed', { failure });
}

/** What the target said when it was asked after the failure of a test. */
export function answered(id: string, state: 'up' | 'down'): RunEvent {
  const detail =
    state === 'up' ? 'GET http://t/api/ping answered 200' : 'GET http://t/api/ping failed: refused';
  return { event: 'probe', id, state, detail };
}

export const facts: RunFacts = {
  runId: '20261122-1831-k3f9',
  startedAt: '2026-11-22T18:31:07.120Z',
  target: { name: 'embedded', url: 'http://127.0.0.1:41233', version: '1.2.0', contractVersion: '1.2.0' },
  suiteCommit: '83e2d5b',
  lane: 'local',
  areas: ['authnz'],
};

/** The verdict on these events. */
export function verdictOn(events: RunEvent[], change: Partial<RunOutcome> = {}): Verdict {
  return verdictOf({ facts, seconds: 41.84, events, rerun: ({ id }) => `again ${id}`, ...change });
}
