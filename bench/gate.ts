import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LinearWebhookClient } from '@linear/sdk/webhooks';
import { projectRoot } from '@uat/core';
import { startPostgres } from '@uat/database/testing';
import { anyHistory, violations, killRepeatedly, play, policyInForce } from '@uat/gatekeeper/testing';
import { readTicket } from '@uat/intent';
import { startLinear } from '@uat/linear/testing';
import { type StubServer, stubServer } from '@uat/testing/stub-server';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Figure } from './figure.ts';

const secret = 'lin_wh_secret';

/** Figures of the gate: webhooks, requests to Linear, parsing, histories, kills. */
export async function gate(): Promise<Figure[]> {
  return [await acknowledging(), await spending(), parsing(), histories(), ...(await kills())];
}

/**
 * Latency of webhooks at a fixed rate: of the service on SQLite, with Linear's documented request budget, and of the
 * handler in Linear's SDK, which stores nothing.
 */
async function acknowledging(): Promise<Figure> {
  const peer = await sdkHandler();
  const plain = await deliver(peer.url, { perSecond: 500, forSeconds: 10, body: irrelevant });
  await peer[Symbol.asyncDispose]();
  await using service = await startService({ requests: 5_000, complexity: 2_000_000 });
  const loaded = await deliver(service.url, { perSecond: 500, forSeconds: 60, body: service.event });
  return {
    what: '500 webhooks/s for 60 s, every tenth about a ticket in work, answered once they are on the disk: p99 (p50; lost or refused)',
    against: `handler of @linear/sdk, which stores nothing (p99 ${plain.p99.toFixed(0)} ms)`,
    figure: `${loaded.p99.toFixed(0)} ms (${loaded.p50.toFixed(0)} ms; ${loaded.failed})`,
    aim: '< 1 s; 0',
  };
}

/** The share of Linear's budget that webhooks cost: reads, and all writes about tickets that lack everything. */
async function spending(): Promise<Figure> {
  const events = 4_000;
  await using service = await startService({ requests: 1_000_000, complexity: 1_000_000_000 });
  await deliver(service.url, { perSecond: 100, forSeconds: events / 100, body: service.event });
  await sleep(15_000);
  return {
    what: 'requests to Linear per 1,000 webhooks, every tenth about a ticket in work that lacks everything',
    against: 'a read for each of these and four writes for each ticket (500)',
    figure: ((service.linear.calls.length / events) * 1_000).toFixed(0),
    aim: 'fewer',
  };
}

/** Starts the service on a stand-in of Linear with a thousand tickets in work. */
async function startService(limits: { requests: number; complexity: number }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gate-bench-'));
  const linear = await startLinear({ limits });
  const { states, people } = linear.workspace;
  const ana = linear.as(people.ana.id);
  const ids = Array.from(
    { length: 1_000 },
    (_, index) => ana.createIssue({ title: `Ticket ${index}`, stateId: states.inProgress.id }).id,
  );
  const service = spawn(process.execPath, ['packages/gatekeeper/src/main.ts'], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      LINEAR_TOKEN: linear.token,
      LINEAR_API_URL: linear.apiUrl,
      LINEAR_WEBHOOK_SECRET: secret,
      GATE_POLICY: await policyInForce(folder),
      GATE_DATABASE: path.join(folder, 'gate.db'),
      PORT: '47871',
      LOG_LEVEL: 'error',
    },
  });
  const url = 'http://127.0.0.1:47871';
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok === true) break;
    await sleep(100);
  }
  return {
    url: `${url}/webhooks/linear`,
    linear,
    event: (number: number) =>
      number % 10 === 0 ? started(ids[(number / 10) % ids.length] ?? '') : irrelevant(number),
    async [Symbol.asyncDispose]() {
      const gone = new Promise((exit) => service.once('exit', exit));
      service.kill('SIGKILL');
      await gone;
      await linear[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sdkHandler(): Promise<StubServer> {
  const handler = new LinearWebhookClient(secret).createHandler();
  handler.on('*', () => undefined);
  return stubServer((incoming, outgoing) => void handler(incoming, outgoing));
}

/** Sends at a fixed rate, however slow the answers are. Times are in milliseconds. */
async function deliver(
  url: string,
  {
    perSecond,
    forSeconds,
    body,
  }: { perSecond: number; forSeconds: number; body: (number: number) => string },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const times: number[] = [];
  let failed = 0;
  const send = async (number: number, due: number) => {
    const text = body(number);
    const status = await new Promise<number>((answered) => {
      const sent = request(url, {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'linear-delivery': randomUUID(),
          'linear-signature': createHmac('sha256', secret).update(text).digest('hex'),
        },
      });
      sent.on('error', () => answered(0));
      sent.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => answered(answer.statusCode ?? 0));
      });
      sent.end(text);
    });
    times.push(performance.now() - due);
    if (status !== 200) failed += 1;
  };
  const start = performance.now();
  const sending: Promise<void>[] = [];
  for (let number = 0; number < perSecond * forSeconds;) {
    const due = Math.floor(((performance.now() - start) / 1_000) * perSecond);
    for (; number < Math.min(due, perSecond * forSeconds); number += 1) {
      sending.push(send(number, start + (number * 1_000) / perSecond));
    }
    await sleep(2);
  }
  await Promise.all(sending);
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), failed };
}

const started = (id: string) => issueEvent(id, 'In Progress', 'started');
const irrelevant = (number: number) => issueEvent(`i${number}`, 'Backlog', 'backlog');

/** An event of about 6 KB, the size of a ticket with a description. */
function issueEvent(id: string, state: string, type: string): string {
  const now = Date.now();
  return JSON.stringify({
    type: 'Issue',
    action: 'update',
    createdAt: new Date(now).toISOString(),
    organizationId: 'o',
    webhookId: 'w',
    webhookTimestamp: now,
    actor: { id: 'ana', type: 'user', name: 'Ana' },
    updatedFrom: { sortOrder: randomUUID() },
    data: {
      id,
      identifier: 'ENG-1',
      title: 'A ticket',
      description: 'What people write. '.repeat(300),
      url: 'https://linear.app/x',
      updatedAt: new Date(now).toISOString(),
      stateId: state,
      state: { id: state, name: state, type },
      teamId: 't',
      labels: [],
    },
  });
}

function parsing(): Figure {
  const folder = path.join(projectRoot, 'packages/intent/corpus/seen');
  const tickets = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const perTicket = (read: (text: string) => unknown) => {
    for (const text of tickets) read(text);
    const start = performance.now();
    for (let round = 0; round < 10; round += 1) for (const text of tickets) read(text);
    return ((performance.now() - start) * 1_000) / (10 * tickets.length);
  };
  const parser = perTicket((text) =>
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  );
  const ours = perTicket(readTicket);
  return {
    what: `a ticket read into its fields (${tickets.length} tickets)`,
    against: `the Markdown parser alone (${parser.toFixed(0)} µs)`,
    figure: `${ours.toFixed(0)} µs, ${(ours / parser).toFixed(1)} ×`,
    aim: '≤ 3 ×',
  };
}

function histories(): Figure {
  const numRuns = 10_000;
  let broken = 0;
  let reverts = 0;
  const start = performance.now();
  for (const history of fc.sample(anyHistory, { numRuns, seed: 22 })) {
    const outcome = play(history);
    reverts += outcome.reverts.length;
    if (violations(outcome).length > 0) broken += 1;
  }
  const took = (performance.now() - start) / 1_000;
  return {
    what: `${numRuns.toLocaleString('en')} adversarial histories of a card with ${reverts.toLocaleString('en')} reverts: promises broken`,
    against: '–',
    figure: `${broken} (${took.toFixed(0)} s)`,
    aim: '0',
  };
}

async function kills(): Promise<Figure[]> {
  await using postgres = await startPostgres();
  const figures: Figure[] = [];
  for (const on of ['SQLite', 'PostgreSQL, two processes'] as const) {
    const { issues, accepted } = await killRepeatedly({
      kills: 20,
      issues: 100,
      seed: 22,
      ...(on === 'SQLite' ? {} : { database: await postgres.newDatabase(), processes: 2 }),
    });
    const wrong = issues.filter((one) => Object.values(one).some((count) => count !== 1)).length;
    figures.push({
      what: `20 × kill -9 under load on ${on}: of 100 tickets without exactly one revert, comment, card and draft`,
      against: `${accepted} accepted webhooks`,
      figure: String(wrong),
      aim: '0',
    });
  }
  return figures;
}
