import {
  type Attempt,
  type Diagnostic,
  type EventOf,
  failureCauseOf,
  followRecord,
  type PlannedTest,
  type RecordEvent,
  recordedEvents,
  recordEvent,
  type StopCondition,
} from '@uat/record';
import { progress } from '@uat/report';
import { type Probe, probe } from '../target/probe.ts';
import { meetsStopCondition } from './stop-condition.ts';

export interface WatchRunOptions {
  /** Folder with the record of the run. */
  folder: string;
  /** URL of the target to probe after each failure; `undefined` in a run without a target. */
  target: string | undefined;
  /** Whether the tests of an area use the target; tests about packages report problems of the machine themselves. */
  asksTarget: (area: string) => boolean;
  /** The failure that ends the run, if any. */
  stopOn: StopCondition | undefined;
  /** The tests that are retried, by id; earlier events have been handled already. */
  again: Record<string, number> | undefined;
  /** Whether to show the progress on standard output. */
  show: boolean;
  /** Aborted when the run has to end; later failures are not probed. */
  stop: AbortSignal;
  /** Ends the tests. */
  interrupt: () => void;
}

/**
 * Watches the record of a run in progress: shows the progress, probes the target after each failure, records the
 * probes, and ends the run when its stop condition is met. Disposing waits for the last probe.
 */
export function watchRun(options: WatchRunOptions): AsyncDisposable {
  const { folder, target, asksTarget, stopOn, again, show, stop, interrupt } = options;
  const planned = new Map<string, PlannedTest>();
  const probes: Promise<void>[] = [];
  const machine: EventOf<'machine'>[] = [];
  let shown = again !== undefined && show ? progress(Object.keys(again).length) : undefined;
  let toSkip = again === undefined ? 0 : recordedEvents(folder).length;
  let hasSeenEnough = false;
  const isEnding = () => stop.aborted || hasSeenEnough;

  const recordProbe = (
    id: string,
    probing: Promise<Probe>,
    then: (result: Probe) => void = () => undefined,
  ) => {
    const recorded = async () => {
      const result = await probing;
      recordEvent(folder, { event: 'probe', id, ...result });
      then(result);
    };
    probes.push(recorded());
  };

  const endIfMet = (test: PlannedTest, attempt: Attempt, result: Probe) => {
    const { message: error = '' } = attempt.error ?? {};
    if (stopOn === undefined || isEnding() || !meetsStopCondition(stopOn, { ...test, error })) return;
    if (failureCauseOf(attempt, result, { accepted: new Set(), machine }) !== 'product') return;
    hasSeenEnough = true;
    const reason = `the run ended as soon as ${stopOn.fault} was caught (--stop-when-caught)`;
    recordEvent(folder, { event: 'stopped', by: 'caught', reason, at: new Date().toISOString() });
    interrupt();
  };

  const finished = (end: Attempt | EventOf<'ineligible'>) => {
    const test = planned.get(end.id);
    // A test that fails while the run is stopping may have failed because of that.
    if (test === undefined || (isEnding() && (end.event === 'ineligible' || end.status !== 'passed'))) return;
    shown?.finished(test, end);
    if (end.event === 'ineligible' || end.error === undefined) return;
    const then = (result: Probe) => void (end.index >= test.retries && endIfMet(test, end, result));
    if (!asksTarget(test.area)) recordProbe(end.id, Promise.resolve(usesNoTarget), then);
    else if (target !== undefined) recordProbe(end.id, probe(target), then);
  };

  const broke = ({ kind, id, area }: Diagnostic) => {
    if (kind !== 'error' || id === undefined || target === undefined || isEnding()) return;
    if (area === undefined || asksTarget(area)) recordProbe(id, probe(target));
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

const usesNoTarget: Probe = { state: 'up', detail: 'the test uses no target' };
