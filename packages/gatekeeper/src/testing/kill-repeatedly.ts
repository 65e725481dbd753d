import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@uat/linear';
import { createRandom, startLinear } from '@uat/linear/testing';
import getPort from 'get-port';
import { policyInForce } from './policy-in-force.ts';

export interface KillOptions {
  readonly kills: number;
  readonly issues: number;
  readonly seed: number;
  /** URL of a PostgreSQL database; without it, a SQLite file is used. */
  readonly database?: string;
  /** Number of processes that share the database. */
  readonly processes?: number;
}

/** The final state of each ticket, and how many requests the service received and sent. */
export interface KillOutcome {
  readonly kills: number;
  /** Number of webhooks that were answered with 200. */
  readonly accepted: number;
  /** Everything that the service logged. */
  readonly log: string;
  /** Exit codes of the service when it was asked to stop at the end. */
  readonly exitCodes: readonly (number | null)[];
  /** Per issue: the gate's moves, comments, cards and drafts. */
  readonly issues: readonly {
    readonly moves: number;
    readonly comments: number;
    readonly cards: number;
    readonly notes: number;
  }[];
}

/** Marker in every ticket text; it must not appear in any log line. */
export const ticketText = 'a-word-of-the-ticket';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/**
 * Runs the real service against the stand-in, moves cards into work, and kills the service again and again at random
 * moments. Webhooks arrive twice and late, responses of Linear are lost, and time runs fast for the retries.
 */
export async function killRepeatedly({
  kills,
  issues,
  seed,
  database,
  processes = 1,
}: KillOptions): Promise<KillOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gate-kill-'));
  const random = createRandom(seed);
  const linear = await startLinear({
    seed,
    clock: fastClock(60),
    deliveries: { duplicate: 0.2, lagMs: [0, 5_000] },
    failureRates: { 'lost-answer': 0.05, internal: 0.02, reset: 0.02 },
    limits: { requests: 1_000_000, complexity: 1_000_000_000 },
  });
  const policy = await policyInForce(folder);
  const ports = await Promise.all(Array.from({ length: processes }, () => getPort()));
  let log = '';
  const start = (port: number) => {
    const service = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        LINEAR_TOKEN: linear.token,
        LINEAR_API_URL: linear.apiUrl,
        LINEAR_WEBHOOK_SECRET: 'lin_wh_secret',
        PORT: String(port),
        PUBLIC_URL: 'https://gate.example.com',
        GATE_POLICY: policy,
        ...(database === undefined
          ? { GATE_DATABASE: path.join(folder, 'gate.db') }
          : { DATABASE_URL: database }),
      },
    });
    service.stdout.on('data', (text: Buffer) => {
      log += text.toString();
    });
    return service;
  };
  const running = ports.map((port) => start(port));
  try {
    linear.addWebhook({ url: `http://127.0.0.1:${ports[0]}/webhooks/linear`, secret: 'lin_wh_secret' });
    const { states, labels, people } = linear.workspace;
    const ana = linear.as(people.ana.id);
    const ids = Array.from(
      { length: issues },
      (_, index) =>
        ana.createIssue({
          title: `Ticket ${index} ${ticketText}`,
          description: `## Definition of Done\n- TBD ${ticketText}`,
          labelIds: [labels.interface.id],
          stateId: states.todo.id,
        }).id,
    );
    await ready(ports);

    const left = [...ids];
    for (let kill = 0; kill < kills; kill += 1) {
      const share = Math.ceil(left.length / (kills - kill));
      for (const id of left.splice(0, share)) {
        ana.move(id, states.inProgress.id);
        await sleep(5);
      }
      // Most kills hit a service at work, some one that is still starting.
      if (random.chance(0.8)) await ready(ports);
      await sleep(random.between(0, 800));
      const victim = random.between(0, processes - 1e-9) | 0;
      const process = running[victim];
      const port = ports[victim];
      if (process === undefined || port === undefined) continue;
      const gone = new Promise((exit) => process.once('exit', exit));
      process.kill('SIGKILL');
      await gone;
      running[victim] = start(port);
    }
    for (const id of left) ana.move(id, states.inProgress.id);

    const all = (type: 'Comment' | 'Attachment' | 'Document', id: string) =>
      linear.world.store.related(type, 'issueId', id);
    const counted = () =>
      ids.map((id) => ({
        moves: linear.world.store
          .related('IssueHistory', 'issueId', id)
          .filter(
            ({ actorId, toStateId }) => actorId === linear.workspace.bot.id && toStateId === states.todo.id,
          ).length,
        comments: all('Comment', id).length,
        cards: all('Attachment', id).length,
        notes: all('Document', id).length,
      }));
    const isDone = () =>
      counted().every((one) => one.moves > 0 && one.comments > 0 && one.cards > 0 && one.notes > 0);
    for (let waited = 0; waited < 360 && !isDone(); waited += 1) await sleep(500);
    // Anything that is done twice is done now.
    await sleep(3_000);
    const exitCodes = await Promise.all(
      running.map(
        (service) =>
          new Promise<number | null>((exit) => {
            service.once('exit', exit);
            service.kill('SIGTERM');
          }),
      ),
    );
    return {
      kills,
      accepted: linear.attempts.filter(({ status }) => status === 200).length,
      log,
      exitCodes,
      issues: counted(),
    };
  } finally {
    for (const service of running) service.kill('SIGKILL');
    await linear[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A clock that runs faster by a factor. */
function fastClock(times: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * times,
    sleep: async (ms, signal) => {
      await sleep(ms / times, undefined, signal === undefined ? {} : { signal });
    },
  };
}

async function ready(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    for (let tries = 0; ; tries += 1) {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      await response?.body?.cancel();
      if (response?.status === 200) break;
      if (tries === 300) throw new Error('The gatekeeper did not get ready within 30 s.');
      await sleep(100);
    }
  }
}
