import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '@uat/linear';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { createGate, type Gate } from './create-gate.ts';
import { addWebhookRoute } from './ingress/webhook-route.ts';
import { createMetrics, type Metrics } from './operator/metrics/metrics.ts';
import { metricsPage } from './operator/metrics/metrics-page.ts';
import { operatorPages } from './operator/operator-pages.ts';
import { probes } from './operator/probes.ts';
import type { GateSettings } from './settings.ts';
import { runLoop } from './work/run-loop.ts';
import { testsByTicket } from './work/tests-by-ticket.ts';

/** The running service. */
export interface Gatekeeper extends AsyncDisposable {
  readonly url: string;
  readonly gate: Gate;
}

/** How often the loops poll the database when nothing wakes them: another process may have added work. */
const idleMs = 500;
const scanMs = 300_000;
const tidyMs = 3_600_000;
/** Writes sent at the same time. */
const senders = 4;

/**
 * Starts the service: webhooks in, decisions out, and the operator pages.
 * @throws UatError for settings, files, a database or a port that cannot be used.
 */
export async function startGatekeeper(
  settings: GateSettings,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Gatekeeper> {
  const app = fastify({
    logger: { level: settings.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    // One line for each webhook would bury the others.
    logController: new LogController({ disableRequestLogging: true }),
    // Only a proxy on a private network may say which address a request comes from; otherwise anyone could evade the
    // login limit.
    trustProxy: 'loopback, linklocal, uniquelocal',
    requestTimeout: 30_000,
  });
  const { log } = app;
  const metrics = createMetrics();
  const gate = await createGate({
    settings,
    clock,
    log,
    metrics,
    testsOf: testsByTicket(log),
  });

  const onError = (error: Error) => {
    log.error({ reason: error.message }, 'a step of the gate failed');
  };
  const judging = runLoop(clock, {
    idleMs,
    onError,
    async step() {
      const judged = await gate.judge();
      if (judged > 0) for (const sender of sending) sender.nudge();
      return judged > 0;
    },
  });
  const sending = Array.from({ length: senders }, () =>
    runLoop(clock, { idleMs, onError, step: async () => (await gate.send()) > 0 }),
  );
  const scanning = runLoop(clock, {
    idleMs: scanMs,
    onError,
    async step() {
      const hasMore = await gate.scan();
      judging.nudge();
      return hasMore;
    },
  });
  const tidying = runLoop(clock, {
    idleMs: tidyMs,
    onError,
    async step() {
      await gate.tidy();
      return false;
    },
  });

  const inbox = addWebhookRoute(app, {
    db: gate.db,
    clock,
    secrets: settings.webhookSecrets,
    watchesAll: settings.okLabel !== undefined,
    onOutcome: metrics.webhook,
    onRevoked() {
      gate.health.failing = 'Tickets are passing unjudged: an admin of Linear revoked the gate’s access.';
    },
  });
  await addPages(app, gate, metrics, settings);

  const close = async () => {
    // Stop accepting first: accepted deliveries are stored, and work in progress finishes.
    await app.close();
    await inbox.settled();
    await Promise.all([judging, scanning, tidying, ...sending].map((loop) => loop.stop()));
    await gate[Symbol.asyncDispose]();
  };
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${settings.host}:${port}`, gate, [Symbol.asyncDispose]: close };
}

async function addPages(
  app: FastifyInstance,
  { view, db, clock }: Gate,
  metrics: Metrics,
  { operatorPassword, publicUrl, metricsToken }: GateSettings,
): Promise<void> {
  await app.register(
    probes({
      async ready() {
        await db.selectFrom('kept').select('name').limit(1).execute();
        return undefined;
      },
    }),
  );
  await app.register(metricsPage({ metrics, view, token: metricsToken, now: clock.now }));
  await app.register(
    operatorPages({ view, login: { password: operatorPassword }, publicUrl, now: clock.now }),
  );
}
