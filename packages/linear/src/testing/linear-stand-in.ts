import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../clock.ts';
import { createFailureSource, type FailureRates, type ApiFailure } from './api/api-failures.ts';
import { type ApiCall, serveApi } from './api/serve-api.ts';
import { createRandom } from './random.ts';
import { linearSchema } from './schema/linear-schema.ts';
import {
  createDeliveries,
  type DeliveryAttempt,
  type DeliveryFailures,
  type WebhookTarget,
} from './webhooks/deliveries.ts';
import { type AppActor, payload } from './webhooks/payload.ts';
import { createAutomations, type Automations } from './world/automations.ts';
import type { LinearRecord, RecordType } from './world/record.ts';
import { createWorld, type World } from './world/world.ts';
import { addWorkspace, type Workspace } from './world/workspace.ts';

export interface StandInOptions {
  /** The same seed, clock and calls give the same behaviour. */
  readonly seed?: number;
  readonly clock?: Clock;
  /** A token's allowance per hour. */
  readonly limits?: { readonly requests?: number; readonly complexity?: number };
  /** Limits of single operations, by name. */
  readonly endpointLimits?: Readonly<Record<string, number>>;
  readonly failureRates?: FailureRates;
  readonly deliveries?: DeliveryFailures;
  /** How far reads lag behind writes, in milliseconds. */
  readonly readLagMs?: number;
  readonly normaliseMarkdown?: boolean;
  readonly touchesIssue?: boolean;
  readonly appActor?: AppActor;
}

/** What a person can do in Linear's own client. */
export interface PersonAtWork {
  createIssue(fields: {
    title: string;
    description?: string;
    stateId?: string;
    labelIds?: string[];
    projectId?: string;
  }): LinearRecord;
  move(issueId: string, stateId: string): LinearRecord;
  edit(issueId: string, fields: Readonly<Record<string, unknown>>): LinearRecord;
  comment(issueId: string, body: string): LinearRecord;
  attach(issueId: string, attachment: { url: string; title: string; sourceType?: string }): LinearRecord;
  writeDocument(issueId: string, document: { title: string; content: string }): LinearRecord;
  editDocument(documentId: string, content: string): LinearRecord;
  remove(type: RecordType, id: string): void;
}

/** A local Linear: its schema comes from the pinned SDK, its behaviour from reports about the real one. */
export interface LinearStandIn extends AsyncDisposable {
  readonly apiUrl: string;
  /** OAuth token of the bot, for `createLinear({ token })`. */
  readonly token: string;
  /** Personal API key of Ana, for `createLinear({ apiKey })`. */
  readonly apiKey: string;
  readonly workspace: Workspace;
  /** The actual state, regardless of what the API returns. */
  readonly world: World;
  readonly moves: Omit<Automations, 'onMove'>;
  as(userId: string): PersonAtWork;
  /** Sends events to a receiver from now on. */
  addWebhook(target: {
    readonly url: string;
    readonly secret: string;
    readonly types?: readonly string[];
  }): string;
  isWebhookEnabled(id: string): boolean;
  enableWebhook(id: string): void;
  /** Makes the next calls (of an operation) fail. */
  fail(failure: ApiFailure, options?: { readonly operation?: string; readonly times?: number }): void;
  /** Changes how often calls fail at random. */
  misbehave(failureRates: FailureRates): void;
  misdeliver(failureRates: DeliveryFailures): void;
  lagReads(ms: number): void;
  /** Sets the bot's remaining requests or points. */
  drain(left: { readonly requests?: number; readonly complexity?: number }): void;
  /** Simulates an admin removing the app: tokens no longer work, and one last event reports it. */
  revoke(): void;
  /** Breaches the SLA of an issue. */
  breachSla(issueId: string): void;
  readonly calls: readonly ApiCall[];
  readonly attempts: readonly DeliveryAttempt[];
  /** Events that the receiver can only discover by reading. */
  readonly lostEvents: () => number;
  /** Requested fields for which only a filler was returned. Our own tests expect none. */
  readonly filled: ReadonlySet<string>;
  /** Resolves when no call and no delivery is in progress. */
  settled(): Promise<void>;
}

/** Starts the stand-in on a free port of this machine. */
export async function startLinear({
  seed = 1,
  clock = systemClock,
  limits = {},
  endpointLimits = {},
  failureRates = {},
  deliveries: deliveryMischief = {},
  readLagMs = 0,
  normaliseMarkdown = true,
  touchesIssue = false,
  appActor = 'user',
}: StandInOptions = {}): Promise<LinearStandIn> {
  const random = createRandom(seed);
  const knobs = { failureRates: { ...failureRates }, deliveries: { ...deliveryMischief }, readLagMs };
  const webhooks: (WebhookTarget & { readonly types: readonly string[] | undefined })[] = [];
  const deliveries = createDeliveries({
    clock,
    random: createRandom(seed + 1),
    failureRates: () => knobs.deliveries,
  });
  let movers: Automations | undefined;

  const world = createWorld({
    clock,
    random,
    normalise: normaliseMarkdown,
    touchesIssue,
    onEvent(event) {
      for (const webhook of webhooks) {
        if (webhook.types !== undefined && !webhook.types.includes(event.type)) continue;
        deliveries.send(
          webhook,
          payload(event, world.store, { webhookId: webhook.id, appActor, at: clock.now() }),
        );
      }
      const from = event.updatedFrom?.['stateId'];
      if (event.type === 'Issue' && typeof from === 'string') {
        movers?.onMove({ issueId: event.record.id, from, by: event.doer.userId });
      }
    },
  });
  const workspace = addWorkspace(world, clock.now());
  movers = createAutomations(world, workspace, clock);

  const token = `lin_oauth_${random.uuid()}`;
  const apiKey = `lin_api_${random.uuid()}`;
  const users = new Map([
    [`Bearer ${token}`, workspace.bot.id],
    [apiKey, workspace.people.ana.id],
  ]);
  const apiFailures = createFailureSource(knobs.failureRates, createRandom(seed + 2));
  const api = serveApi({
    schema: linearSchema(),
    world,
    clock,
    apiFailures,
    limits: { requests: limits.requests ?? 5_000, complexity: limits.complexity ?? 2_000_000 },
    endpointLimits,
    readLagMs: () => knobs.readLagMs,
    userOf: (authorization) => users.get(authorization ?? ''),
  });
  await new Promise<void>((listening) => api.server.listen(0, '127.0.0.1', listening));
  const { port } = api.server.address() as AddressInfo;
  const system = { userId: null };

  return {
    apiUrl: `http://127.0.0.1:${port}/graphql`,
    token,
    apiKey,
    workspace,
    world,
    moves: movers,
    as: (userId) => personAtWork(world, workspace, userId),
    addWebhook({ types, ...target }) {
      const { id } = world.add('Webhook', {
        url: target.url,
        enabled: true,
        resourceTypes: types ?? ['Issue', 'Comment', 'Attachment', 'Document', 'IssueSLA'],
        failures: [],
      });
      webhooks.push({ ...target, id, types });
      return id;
    },
    isWebhookEnabled: deliveries.isEnabled,
    enableWebhook: deliveries.enable,
    fail: apiFailures.order,
    misbehave: (changes) => void Object.assign(knobs.failureRates, changes),
    misdeliver: (changes) => void Object.assign(knobs.deliveries, changes),
    lagReads: (ms) => {
      knobs.readLagMs = ms;
    },
    drain: (left) => api.drain(workspace.bot.id, left),
    revoke() {
      users.clear();
      world.announce({ type: 'OAuthApp', action: 'revoked', record: workspace.bot, doer: system });
    },
    breachSla: (issueId) =>
      world.announce({ type: 'IssueSLA', action: 'breached', record: world.issue(issueId), doer: system }),
    calls: api.calls,
    attempts: deliveries.attempts,
    lostEvents: () => deliveries.lost,
    filled: api.filled,
    async settled() {
      await api.settled();
      await deliveries.settled();
    },
    async [Symbol.asyncDispose]() {
      deliveries.stop();
      await deliveries.settled();
      api.server.closeAllConnections();
      await new Promise((closed) => api.server.close(closed));
    },
  };
}

function personAtWork(world: World, { team }: Workspace, userId: string): PersonAtWork {
  const doer = { userId };
  return {
    createIssue: (fields) => world.createIssue({ teamId: team.id, ...fields }, doer),
    move: (issueId, stateId) => world.updateIssue(issueId, { stateId }, doer),
    edit: (issueId, fields) => world.updateIssue(issueId, fields, doer),
    comment: (issueId, body) => world.createComment({ issueId, body }, doer),
    attach: (issueId, attachment) => world.createAttachment({ issueId, ...attachment }, doer),
    writeDocument: (issueId, document) => world.createDocument({ issueId, ...document }, doer),
    editDocument: (documentId, content) => world.updateDocument(documentId, { content }, doer),
    remove: (type, id) => world.remove(type, id, doer),
  };
}
