import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from './metrics.ts';
import { metricsPage } from './metrics-page.ts';
import { busyState, calmState, noon, inMemoryView } from '../testing/in-memory-view.ts';

const { view: busy } = inMemoryView(busyState);

test('counts what the parts of the service report', async () => {
  const metrics = createMetrics();
  metrics.webhook('accepted', 0.003);
  metrics.webhook('accepted', 0.3);
  metrics.webhook('forged', 0.001);
  metrics.verdict('block');
  metrics.reverted('git');
  metrics.overrideGiven();
  metrics.write('comment', 'dead');
  metrics.linearRequest('GateIssue', 'ok');
  metrics.linearRequest('MoveIssue', 'rate-limited');
  metrics.escalated('deciders');

  const lines = (await metrics.text(busy, noon)).split('\n');

  expect(lines).toEqual(
    expect.arrayContaining([
      'gate_webhooks_total{outcome="accepted"} 2',
      'gate_webhooks_total{outcome="forged"} 1',
      'gate_webhook_ack_seconds_bucket{le="0.005"} 2',
      'gate_webhook_ack_seconds_bucket{le="0.5"} 3',
      'gate_webhook_ack_seconds_count 3',
      'gate_verdicts_total{verdict="block"} 1',
      'gate_reverts_total{mover="git"} 1',
      'gate_overrides_total 1',
      'gate_writes_total{kind="comment",outcome="dead"} 1',
      'gate_linear_requests_total{operation="GateIssue",outcome="ok"} 1',
      'gate_linear_requests_total{operation="MoveIssue",outcome="rate-limited"} 1',
      'gate_escalations_total{stage="deciders"} 1',
    ]),
  );
});

test('reads the gauges from the view', async () => {
  expect((await createMetrics().text(busy, noon)).split('\n')).toEqual(
    expect.arrayContaining([
      'gate_state_readable 1',
      'gate_inbox_issues 4',
      'gate_inbox_oldest_seconds 180',
      'gate_outbox_writes{kind="comment"} 3',
      'gate_outbox_oldest_seconds 420',
      'gate_dead_letters 1',
      'gate_tickets_held_up{verdict="block"} 2',
      'gate_tickets_held_up{verdict="advise"} 1',
      'gate_overrides_in_force 1',
      'gate_questions_open{stage="dri"} 1',
      'gate_linear_budget_left{of="requests"} 640',
      'gate_linear_budget_limit{of="points"} 2000000',
      'gate_linear_breaker{state="open"} 1',
      'gate_linear_breaker{state="closed"} 0',
      'gate_failing_open 1',
      'gate_policy_info{hash="3f9c1a7e"} 1',
      'gate_policy_problems 1',
      `gate_last_webhook_timestamp_seconds ${(noon - 12_000) / 1_000}`,
    ]),
  );
});

test('every line is in the text format, and no name appears twice', async () => {
  const lines = (await createMetrics().text(busy, noon)).trimEnd().split('\n').filter(Boolean);

  for (const line of lines) {
    expect(line).toMatch(
      /^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{([a-z_]+="[^"\n]*",?)+\})? (Nan|[-+0-9.e]+))$/i,
    );
  }
  const types = lines.filter((line) => line.startsWith('# TYPE'));
  expect(new Set(types).size).toBe(types.length);
});

test('no label holds ticket text or a person', async () => {
  const text = await createMetrics().text(busy, noon);

  for (const secret of ['ENG-', 'token', 'Dana', 'Matt', 'Probst', 'figma', 'unjudged.']) {
    expect(text).not.toContain(secret);
  }
});

test('values that are not known yet are left out', async () => {
  const { view } = inMemoryView({
    queue: { ...calmState.queue, lastWebhookAt: undefined },
    budget: { ...calmState.budget, requests: undefined, complexity: undefined },
  });
  const text = await createMetrics().text(view, noon);

  expect(text).not.toMatch(/gate_last_webhook|gate_linear_budget/);
  expect(text).toContain('gate_inbox_oldest_seconds 0');
});

test('counters are reported even while the database is down', async () => {
  const { view } = inMemoryView();
  const metrics = createMetrics();
  metrics.verdict('pass');

  const text = await metrics.text({ ...view, queue: () => Promise.reject(new Error('down')) }, noon);

  expect(text).toContain('gate_verdicts_total{verdict="pass"} 1');
  expect(text).toContain('gate_state_readable 0');
  expect(text).not.toContain('gate_inbox_issues');
});

test('the page requires its token if one is set', async () => {
  const app = fastify();
  onTestFinished(() => app.close());
  await app.register(metricsPage({ metrics: createMetrics(), view: busy, now: () => noon, token: 'secret' }));
  const ask = (headers: Record<string, string>) => app.inject({ url: '/metrics', headers });

  expect((await ask({})).statusCode).toBe(401);
  expect((await ask({ authorization: 'Bearer wrong' })).body).toContain('METRICS_TOKEN');
  expect((await ask({ authorization: 'secret' })).statusCode).toBe(401);
  const answer = await ask({ authorization: 'Bearer secret' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
});

test('the page is public if no token is set', async () => {
  const app = fastify();
  onTestFinished(() => app.close());
  await app.register(
    metricsPage({ metrics: createMetrics(), view: busy, now: () => noon, token: undefined }),
  );

  expect((await app.inject('/metrics')).body).toContain('process_cpu_seconds_total');
});
