import {
  type Attempt,
  type Diagnostic,
  type EventOf,
  failureClassOf,
  followRecord,
  type PlannedTest,
  type RecordEvent,
  recordedEvents,
  recordEvent,
  type SoughtFailure,
} from '@uat/record';
import { progress } from '@uat/report';
import { type Probe, probe } from '../target/probe.ts';
import { isSought } from './sought-failure.ts';

export interface WatchedRunOptions {
  /** With the record of the run. */
  folder: string;
  /** URL of the target, asked after each failure whether it is still there; none where the run has none. */
  target: string | undefined;
  /** Whether the tests of an area ask the target; those about a package say themselves when the machine was to blame. */
  asksTarget: (area: string) => boolean;
  /** The failure for which the run is made, if it is made for one: it ends when that has been seen. */
  sought: SoughtFailure | undefined;
  /** The tests that are tried once more, by their ids: what the record says of all before has been seen. */
  again: Record<string, number> | undefined;
  /** Whether standard output shows how far the tests are. */
  show: boolean;
  /** Aborted when the run has to end; what breaks from then on is not asked about. */
  stop: AbortSignal;
  /** Ends the tests. */
  interrupt: () => void;
}

/**
 * Watches the record of a run while it goes on: shows how far it is, asks the target how it is after each failure, writes
 * down what it answers, and ends the run when it has seen the failure that it is made for. Disposing waits for the last
 * answer.
 */
export function watchedRun(options: WatchedRunOptions): AsyncDisposable {
  const { folder, target, asksTarget, sought, again, show, stop, interrupt } = options;
  const planned = new Map<string, PlannedTest>();
  const probes: Promise<void>[] = [];
  const machine: EventOf<'machine'>[] = [];
  let shown = again !== undefined && show ? progress(Object.keys(again).length) : undefined;
  let toSkip = again === undefined ? 0 : recordedEvents(folder).length;
  let hasSeenEnough = false;
  const isEnding = () => stop.aborted || hasSeenEnough;

  const ask = (id: string, question: Promise<Probe>, then: (answer: Probe) => void = () => undefined) => {
    const answered = async () => {
      const answer = await question;
      recordEvent(folder, { event: 'probe', id, ...answer });
      then(answer);
    };
    probes.push(answered());
  };

  const endIfSought = (test: PlannedTest, attempt: Attempt, answer: Probe) => {
    const { message: error = '' } = attempt.error ?? {};
    if (sought === undefined || isEnding() || !isSought(sought, { ...test, error })) return;
    if (failureClassOf(attempt, answer, { accepted: new Set(), machine }) !== 'product') return;
    hasSeenEnough = true;
    const reason = `the run ended as soon as ${sought.fault} was caught (--stop-when-caught)`;
    recordEvent(folder, { event: 'stopped', by: 'caught', reason, at: new Date().toISOString() });
    interrupt();
  };

  const finished = (end: Attempt | EventOf<'ineligible'>) => {
    const test = planned.get(end.id);
    // What ends while the run is being stopped may have ended because of that.
    if (test === undefined || (isEnding() && (end.event === 'ineligible' || end.status !== 'passed'))) return;
    shown?.finished(test, end);
    if (end.event === 'ineligible' || end.error === undefined) return;
    const then = (answer: Probe) => void (end.index >= test.retries && endIfSought(test, end, answer));
    if (!asksTarget(test.area)) ask(end.id, Promise.resolve(asksNone), then);
    else if (target !== undefined) ask(end.id, probe(target), then);
  };

  const broke = ({ kind, id, area }: Diagnostic) => {
    if (kind !== 'error' || id === undefined || target === undefined || isEnding()) return;
    if (area === undefined || asksTarget(area)) ask(id, probe(target));
  };

  const seen = (event: RecordEvent) => {
    switch (event.event) {
      case 'planned':
        if (show) shown = progress(event.assigned.length);
        break;
      case 'begun': {
        const test = planned.get(event.id);
        if (test !== undefined) shown?.started(test);
        break;
      }
      case 'attempt':
      case 'ineligible':
        finished(event);
        break;
      case 'diagnostic':
        broke(event);
        break;
      case 'machine':
        machine.push(event);
        break;
      default:
    }
  };
  const following = followRecord(folder, (event) => {
    if (event.event === 'planned') for (const test of event.tests) planned.set(test.id, test);
    if (toSkip > 0) toSkip -= 1;
    else seen(event);
  });
  return {
    async [Symbol.asyncDispose]() {
      following[Symbol.dispose]();
      await Promise.all(probes);
      shown?.done();
    },
  };
}

const asksNone: Probe = { state: 'up', detail: 'the test asks no target' };
