import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createFakeClock,
  type FakeClock,
  type LinearStandIn,
  type StandInOptions,
  startLinear,
} from '@uat/linear/testing';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { createGate, type Gate } from '../create-gate.ts';
import { addWebhookRoute } from '../ingress/webhook-route.ts';
import { createMetrics } from '../operator/metrics/metrics.ts';
import { gateSettings } from '../settings.ts';

export interface GateOnStandIn extends AsyncDisposable {
  readonly gate: Gate;
  readonly linear: LinearStandIn;
  /** The environment that the service was started with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: FakeClock;
  /** Outcomes of writes, such as `move done`, in order. */
  readonly sent: readonly string[];
  /** Advances the clock in steps, running everything that becomes due. */
  pass(ms: number): Promise<void>;
}

const secret = 'lin_wh_secret';

/** The gate against the Linear stand-in, both on one clock that the test controls. */
export async function gateOnStandIn({
  environment: given = {},
  database,
  ...options
}: StandInOptions & {
  environment?: Readonly<Record<string, string>>;
  /** URL of a PostgreSQL database, to use instead of a SQLite file. */
  database?: string;
} = {}): Promise<GateOnStandIn> {
  const clock = createFakeClock(Date.parse('2026-12-14T09:00:00Z'));
  const folder = await mkdtemp(path.join(tmpdir(), 'gate-'));
  const linear = await startLinear({ clock, ...options });
  const sent: string[] = [];
  const environment = {
    LINEAR_TOKEN: linear.token,
    LINEAR_API_URL: linear.apiUrl,
    LINEAR_WEBHOOK_SECRET: secret,
    ...(database === undefined
      ? { GATE_DATABASE: path.join(folder, 'gate.db') }
      : { DATABASE_URL: database }),
    PUBLIC_URL: 'https://gate.example.com',
    ...given,
  };
  const settings = gateSettings(environment);
  const gate = await createGate({
    settings,
    clock,
    metrics: { ...createMetrics(), write: (kind, outcome) => void sent.push(`${kind} ${outcome}`) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const app = fastify();
  addWebhookRoute(app, {
    db: gate.db,
    clock,
    secrets: settings.webhookSecrets,
    watchesAll: settings.okLabel !== undefined,
    onOutcome: () => undefined,
    onRevoked: () => undefined,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  linear.addWebhook({ url: `http://127.0.0.1:${port}/webhooks/linear`, secret });

  const work = async () => {
    await linear.settled();
    for (let busy = true; busy;) {
      busy = (await gate.judge()) > 0;
      while ((await gate.send()) > 0) busy = true;
      await linear.settled();
    }
  };
  /** A call to Linear may wait before its next attempt, so the clock has to advance. */
  const workThroughWaits = async () => {
    const working = work();
    for (let waited = 0; ; waited += 1) {
      const isDone = await Promise.race([working.then(() => true), sleep(5, false)]);
      if (isDone) return;
      if (waited > 2) await clock.advance(500);
    }
  };
  return {
    gate,
    linear,
    environment,
    clock,
    sent,
    async pass(ms) {
      const until = clock.now() + ms;
      const step = Math.max(1_000, ms / 120);
      await workThroughWaits();
      while (clock.now() < until) {
        await clock.advance(Math.min(step, until - clock.now()));
        await workThroughWaits();
      }
    },
    async [Symbol.asyncDispose]() {
      await linear[Symbol.asyncDispose]();
      await app.close();
      await gate[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
