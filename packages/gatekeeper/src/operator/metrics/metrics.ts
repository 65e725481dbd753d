import type { FailureReason } from '@uat/linear';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { gateState, type GateState } from '../gate-state.ts';
import type { OpenQuestion, OperatorView } from '../operator-view.ts';
import { stateGauges } from './state-gauges.ts';
import type { Mover } from '../../decide/identify-mover.ts';
import type { WebhookOutcome } from '../../ingress/webhook-route.ts';

/** Counters of the service, and what a scrape returns. No label holds ticket text or a person. */
export interface Metrics {
  /** Records a webhook response and its duration in seconds. */
  webhook(outcome: WebhookOutcome, seconds: number): void;
  verdict(verdict: 'pass' | 'advise' | 'block' | 'gone'): void;
  reverted(mover: Mover['kind']): void;
  overrideGiven(): void;
  /** Records a write to Linear that ended, was postponed, or was given up (`dead`). */
  write(kind: string, outcome: string): void;
  /** Records an operation of `@uat/linear` by name, and its outcome. */
  linearRequest(operation: string, outcome: 'ok' | FailureReason): void;
  escalated(stage: OpenQuestion['stage']): void;
  readonly contentType: string;
  /** All metrics in Prometheus' text format; reads the state from the view. `now` in milliseconds since 1970. */
  text(view: OperatorView, now: number): Promise<string>;
}

/** Creates the metrics in their own registry, together with those of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = <L extends string = never>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });

  const webhooks = counter('gate_webhooks_total', 'Webhooks by outcome', 'outcome');
  const acknowledged = new Histogram({
    name: 'gate_webhook_ack_seconds',
    help: 'Time until a webhook was answered; Linear allows 5 s',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const verdicts = counter('gate_verdicts_total', 'Tickets judged, by verdict', 'verdict');
  const reverts = counter('gate_reverts_total', 'Cards moved back, by who had moved them', 'mover');
  const overrides = counter('gate_overrides_total', 'Overrides given');
  const writes = counter(
    'gate_writes_total',
    'Writes to Linear by kind and outcome; dead ones were given up',
    'kind',
    'outcome',
  );
  const requests = counter(
    'gate_linear_requests_total',
    'Requests to Linear by operation and outcome',
    'operation',
    'outcome',
  );
  const escalations = counter('gate_escalations_total', 'Questions escalated, by who is asked now', 'stage');

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
      // Counters are also scraped while the database is down, which is when they matter most.
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
