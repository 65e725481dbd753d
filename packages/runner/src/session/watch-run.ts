import { setTimeout as sleep } from 'node:timers/promises';
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
import { ping } from '../target/probe.ts';
import type { AskWitness, Witness } from '../target/witness.ts';
import { circuitBreaker } from './circuit-breaker.ts';
import { sharedCalls } from './shared-calls.ts';
import { meetsStopCondition } from './stop-condition.ts';

export interface WatchRunOptions {
  /** Folder with the record of the run. */
  folder: string;
  /** The target to probe after each failure; `undefined` in a run without a target. */
  target: WatchedTarget | undefined;
  /** Whether the tests of an area use the target; tests about packages report problems of the machine themselves. */
  asksTarget: (area: string) => boolean;
  /** Number of failures by infrastructure that ends the run, among twice as many attempts; 0 for no limit. */
  maxInfrastructureFailures: number;
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

/** A target that is probed after failures. */
export interface WatchedTarget {
  url: string;
  witness: AskWitness;
  /** The target as found at the start. */
  about: EventOf<'target'>;
}

/** Shortest interval between the starts of two probes, in milliseconds: failures in between share a probe. */
const probeEveryMs = 1_000;

/** Delay of the ping that confirms that a target is down, in milliseconds. */
const confirmAfterMs = 1_000;

/**
 * Watches the record of a run in progress: shows the progress, probes the target after each failure, records the
 * probes, and ends the run when the target stays down, when too many failures are not the product's, or when its stop
 * condition is met. Disposing waits for the last probe.
 */
export function watchRun(options: WatchRunOptions): AsyncDisposable {
  const { folder, target, asksTarget, stopOn, again, show, stop, interrupt } = options;
  const breaker = circuitBreaker(options.maxInfrastructureFailures);
  const planned = new Map<string, PlannedTest>();
  const probes: Promise<void>[] = [];
  const machine: EventOf<'machine'>[] = [];
  let shown = again !== undefined && show ? progress(Object.keys(again).length) : undefined;
  let toSkip = again === undefined ? 0 : recordedEvents(folder).length;
  let hasSeenEnough = false;
  let isConfirming = false;
  let isSignInProven = false;
  const over = new AbortController();
  const isEnding = () => stop.aborted || hasSeenEnough;

  const end = (by: EventOf<'stopped'>['by'], reason: string) => {
    if (isEnding() || over.signal.aborted) return;
    hasSeenEnough = true;
    recordEvent(folder, { event: 'stopped', by, reason, at: new Date().toISOString() });
    interrupt();
  };

  /** Ends the run if the target is still down a moment later: one lost connection is no reason. */
  const endIfGone = async (url: string, at: string | undefined) => {
    if (isConfirming || isEnding()) return;
    isConfirming = true;
    await sleep(confirmAfterMs, undefined, { signal: over.signal }).catch(() => undefined);
    const isGone = !over.signal.aborted && (await ping(url)).state === 'down';
    isConfirming = false;
    if (isGone) end('target', `the target went down at ${at}`);
  };

  const askTarget =
    target === undefined
      ? undefined
      : sharedCalls(async () => {
          const found = await target.witness(isSignInProven);
          if (found.state === 'down') probes.push(endIfGone(target.url, found.at));
          return found;
        }, probeEveryMs);

  const recordProbe = (
    id: string,
    probing: Promise<Witness>,
    then: (result: Witness) => void = () => undefined,
  ) => {
    const recorded = async () => {
      const result = await probing;
      recordEvent(folder, { event: 'probe', id, ...result });
      then(result);
    };
    probes.push(recorded());
  };

  const endIfMet = (test: PlannedTest, attempt: Attempt, result: Witness) => {
    const { message: error = '' } = attempt.error ?? {};
    if (stopOn === undefined || !meetsStopCondition(stopOn, { ...test, error })) return;
    if (failureCauseOf(attempt, result, { accepted: new Set(), machine }) !== 'product') return;
    end('caught', `the run ended as soon as ${stopOn.fault} was caught (--stop-when-caught)`);
  };

  const endIfHopeless = (attempt: Attempt, result: Witness) => {
    // A time-out on a starved machine has a remedy of its own, a retry alone.
    const facts = { accepted: new Set<string>(), machine: [], target: target?.about };
    if (breaker.note(failureCauseOf(attempt, result, facts) === 'infrastructure'))
      end(
        'infrastructure',
        `the run ended after ${options.maxInfrastructureFailures} failures by infrastructure (maxInfrastructureFailures)`,
      );
  };

  const finished = (attempt: Attempt | EventOf<'ineligible'>) => {
    const test = planned.get(attempt.id);
    const hasPassed = attempt.event === 'attempt' && attempt.status === 'passed';
    // A test that fails while the run is stopping may have failed because of that.
    if (test === undefined || (isEnding() && !hasPassed)) return;
    shown?.finished(test, attempt);
    if (attempt.event === 'ineligible') return;
    if (attempt.error === undefined) {
      if (attempt.status === 'passed') breaker.note(false);
      return;
    }
    const then = (result: Witness) => {
      if (attempt.index >= test.retries) endIfMet(test, attempt, result);
      endIfHopeless(attempt, result);
    };
    if (!asksTarget(test.area)) recordProbe(attempt.id, Promise.resolve(usesNoTarget), then);
    else if (askTarget !== undefined) recordProbe(attempt.id, askTarget(), then);
  };

  const broke = ({ kind, id, area }: Diagnostic) => {
    if (kind !== 'error' || id === undefined || askTarget === undefined || isEnding()) return;
    if (area === undefined || asksTarget(area)) recordProbe(id, askTarget());
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
      case 'role':
        isSignInProven ||= event.role === 'admin';
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
      over.abort();
      askTarget?.hurry();
      // A probe that finds the target down adds another promise.
      while (probes.length > 0) await Promise.all(probes.splice(0));
      shown?.done();
    },
  };
}

const usesNoTarget: Witness = { state: 'up', detail: 'the test uses no target', withoutTarget: true };
