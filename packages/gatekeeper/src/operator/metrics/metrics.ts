import type { FailureReason } from '@uat/linear';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { gateState, type GateState } from '../gate-state.ts';
import type { OpenQuestion, OperatorView } from '../operator-view.ts';
import { stateGauges } from './state-gauges.ts';
import type { Mover } from '../../decide/mover.ts';
import type { WebhookOutcome } from '../../ingress/webhook-route.ts';

/** What the parts of the service count, and what a scrape gets. No label holds the text of a ticket or a person. */
export interface Metrics {
  /** A webhook was answered after so many seconds. */
  webhook(outcome: WebhookOutcome, seconds: number): void;
  verdict(verdict: 'pass' | 'advise' | 'block' | 'gone'): void;
  reverted(mover: Mover['kind']): void;
  overrideGiven(): void;
  /** A write to Linear ended, was put off, or was given up (`dead`). */
  write(kind: string, outcome: string): void;
  /** An operation of `@uat/linear` by its name, and how it ended. */
  linearRequest(operation: string, outcome: 'ok' | FailureReason): void;
  escalated(stage: OpenQuestion['stage']): void;
  readonly contentType: string;
  /** Everything in Prometheus' text format; the state is read from the view for it. `now` in milliseconds since 1970. */
  text(view: OperatorView, now: number): Promise<string>;
}

/** Metrics in a registry of their own, with those of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = <L extends string = never>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });

  const webhooks = counter('gate_webhooks_total', 'Webhooks by what became of them', 'outcome');
  const acknowledged = new Histogram({
    name: 'gate_webhook_ack_seconds',
    help: 'Time until a webhook was answered; Linear allows 5 s',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const verdicts = counter('gate_verdicts_total', 'Tickets judged, by verdict', 'verdict');
  const reverts = counter('gate_reverts_total', 'Cards moved back, by what had moved them', 'mover');
  const overrides = counter('gate_overrides_total', 'Overrides given');
  const writes = counter(
    'gate_writes_total',
    'Writes to Linear by kind and how they ended; dead ones were given up',
    'kind',
    'outcome',
  );
  const requests = counter(
    'gate_linear_requests_total',
    'Requests to Linear by operation and outcome',
    'operation',
    'outcome',
  );
  const escalations = counter('gate_escalations_total', 'Questions passed on, by who is asked now', 'stage');

  return {
    webhook(outcome, seconds) {
      webhooks.inc({ outcome });
      acknowledged.observe(seconds);
    },
    verdict: (verdict) => verdicts.inc({ verdict }),
    reverted: (mover) => reverts.inc({ mover }),
    overrideGiven: () => overrides.inc(),
    write: (kind, outcome) => writes.inc({ kind, outcome }),
    linearRequest: (operation, outcome) => requests.inc({ operation, outcome }),
    escalated: (stage) => escalations.inc({ stage }),
    contentType: registry.contentType,
    async text(view, now) {
      // Counters are scraped also while the database is away; that is when they are wanted most.
      const state = await gateState(view).catch(() => undefined);
      return (await registry.metrics()) + (await gaugesText(state, now));
    },
  };
}

async function gaugesText(state: GateState | undefined, now: number): Promise<string> {
  const registry = new Registry();
  for (const { name, help, values } of stateGauges(state, now)) {
    const labelNames = Object.keys(values[0]?.labels ?? {});
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const { labels, value } of values) gauge.set(labels, value);
  }
  return registry.metrics();
}
