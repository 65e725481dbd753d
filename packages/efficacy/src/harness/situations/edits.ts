import type { Attempt, EventOf, RecordEvent, RunRecord } from '@uat/record';

/** An edit of a record, for what would be slow or need luck to happen in a run. */
export type Edit = (record: RunRecord) => RunRecord;

/** The record with other events in the place of each. */
export const eachEvent =
  (change: (event: RecordEvent) => RecordEvent | readonly RecordEvent[]): Edit =>
  (record) => ({ ...record, events: record.events.flatMap(change) });

/** The record without some events. */
export const without = (isGone: (event: RecordEvent) => boolean): Edit =>
  eachEvent((event) => (isGone(event) ? [] : event));

/** The record with one kind of events changed. */
export const changing = <Kind extends RecordEvent['event']>(
  kind: Kind,
  change: (event: EventOf<Kind>) => Partial<EventOf<Kind>>,
): Edit => eachEvent((event) => (isOf(event, kind) ? { ...event, ...change(event) } : event));

const isOf = <Kind extends RecordEvent['event']>(event: RecordEvent, kind: Kind): event is EventOf<Kind> =>
  event.event === kind;

/** The record with events before its end. */
export const adding = (...events: readonly RecordEvent[]): Edit =>
  eachEvent((event) => (event.event === 'ended' ? [...events, event] : event));

/** The record with another header. */
export const withHeader =
  (change: Partial<RunRecord['header']>): Edit =>
  (record) => ({ ...record, header: { ...record.header, ...change } });

/** Several edits, one after the other. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (record) =>
    edits.reduce((edited, edit) => edit(edited), record);

/** The id of a test of the steady area. */
export const steadyTest = (title: string) => `steady/steady#${title}`;

const wrongAnswer = { message: 'expected success, got 500 from GET /api/models/', fingerprint: 'f1' };
const deadline = { message: 'expected a model within 5 s', fingerprint: 'f2', timedOut: true };

/** The attempt at a test failed, and the target was probed: up, down, or not at all. */
export const failing = (id: string, probed: 'up' | 'down' | undefined): Edit =>
  eachEvent((event) =>
    event.event === 'attempt' && event.id === id
      ? [{ ...event, status: 'failed', phase: 'test', error: wrongAnswer }, ...probe(id, probed)]
      : event,
  );

/** The test ran out of time, while the machine was idle and the target answered its probe. */
export const tooSlow = (id: string): Edit =>
  eachEvent((event) =>
    event.event === 'attempt' && event.id === id
      ? [{ ...event, status: 'timedOut', phase: 'test', error: deadline, ms: 5_000 }, ...probe(id, 'up')]
      : event,
  );

function probe(id: string, state: 'up' | 'down' | undefined): RecordEvent[] {
  return state === undefined ? [] : [{ event: 'probe', id, state, detail: `the target is ${state}` }];
}

/** Each of the tests failed once, and passed when it was tried again. */
export const flaky = (...ids: readonly string[]): Edit =>
  eachEvent((event) =>
    event.event === 'attempt' && ids.includes(event.id)
      ? [
          { ...event, status: 'failed', phase: 'test', error: wrongAnswer },
          ...probe(event.id, 'up'),
          again(event),
        ]
      : event,
  );

const again = (attempt: Attempt): Attempt => ({
  ...{ ...attempt, index: attempt.index + 1 },
  startedAt: new Date(Date.parse(attempt.startedAt) + attempt.ms + 1_000).toISOString(),
});

/**
 * A test ran out of time on a starved machine, and was tried once more alone.
 * @param second The end of the second attempt, and whether the machine was starved then, too.
 */
export const starving = (id: string, second: { passed: boolean; isStarved: boolean }): Edit =>
  eachEvent((event) => {
    if (event.event !== 'attempt' || event.id !== id) return event;
    const timedOut = { status: 'timedOut', phase: 'test', error: deadline, ms: 5_000 } as const;
    const first: Attempt = { ...event, ...timedOut };
    const { index, startedAt } = again(first);
    const last: Attempt = { ...event, ...(second.passed ? {} : timedOut), index, startedAt, alone: true };
    return [
      ...[starvedDuring(first), first, ...probe(id, 'up')],
      ...(second.isStarved ? [starvedDuring(last)] : []),
      ...[last, ...(second.passed ? [] : probe(id, 'up'))],
    ];
  });

const starvedDuring = ({ startedAt, ms }: Attempt): RecordEvent => ({
  ...{ event: 'machine', startedAt, ms, lag: 0.2, pressure: 0.95, others: 0.95, steal: 0 },
});

/** A run of so many tests: copies of one of them, each with its result. */
export const multiplied = (id: string, count: number): Edit => {
  const copies = Array.from({ length: count }, (_, at) => `${id}-${at}`);
  return eachEvent((event) => {
    if (event.event === 'planned') {
      const test = event.tests.find((one) => one.id === id);
      const tests = test === undefined ? [] : copies.map((copy) => ({ ...test, id: copy }));
      return { ...event, tests: [...event.tests, ...tests], assigned: [...event.assigned, ...copies] };
    }
    if ((event.event === 'attempt' || event.event === 'begun') && event.id === id)
      return [event, ...copies.map((copy) => ({ ...event, id: copy }))];
    return event;
  });
};

/** A test that the plan leaves out for lack of time. */
export const overBudget = (id: string): Edit =>
  all(
    changing('planned', ({ assigned, excluded = [] }) => ({
      assigned: assigned.filter((one) => one !== id),
      excluded: [...excluded, { id, by: 'budget', reason: 'it would not have ended within 10m' }],
    })),
    without((event) => 'id' in event && event.id === id),
  );
