import type { LinearSdk } from '@linear/sdk';
import { configurationError } from '@uat/core';
import { type Clock, systemClock } from './clock.ts';
import type { FailureReason } from './failure/failure.ts';
import { LinearError } from './failure/linear-error.ts';
import type { IssueSnapshot } from './issue/issue-snapshot.ts';
import {
  type AttachmentInput,
  changesPerPage,
  type CommentInput,
  type DocumentInput,
  type IssueInput,
  issuesPerBatch,
  type Member,
  operations,
  type Team,
  type Viewer,
  type Webhook,
} from './operations/operations.ts';
import { cursorFrom, cursorText } from './scan/scan-cursor.ts';
import { type Change, nextPage, scanFrom, scanStep } from './scan/scan-step.ts';
import type { BreakerOptions } from './transport/breaker.ts';
import {
  type CallOptions,
  createTransport,
  type Credentials,
  type Transport,
  type TransportReport,
} from './transport/transport.ts';

/** How to reach Linear. Exactly one of `token` and `apiKey` is required; everything else has a default. */
export interface LinearOptions {
  /** An OAuth token (`actor=app` or client credentials); a function if it is renewed at run time. */
  readonly token?: string | (() => string | Promise<string>);
  /** A personal API key, which acts as its owner. */
  readonly apiKey?: string;
  readonly apiUrl?: string;
  readonly clock?: Clock;
  readonly fetch?: typeof globalThis.fetch;
  /** A random number from 0 to 1, for the jitter of waits. */
  readonly random?: () => number;
  /** Time limit of a single attempt, in milliseconds. */
  readonly timeoutMs?: number;
  /** Attempts per call, including the first. */
  readonly attempts?: number;
  /** Waits up to this are sat out; for a longer one the call fails with `retryAt`, for the caller's queue. */
  readonly longestWaitMs?: number;
  /** Share of each limit reserved for essential calls. */
  readonly reserve?: number;
  readonly breaker?: BreakerOptions;
  /** Called after each request with its outcome, for metrics. */
  readonly onRequest?: (operation: string, outcome: 'ok' | FailureReason) => void;
  /** Aborts every call, including waiting ones: each fails with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** How a record came to exist. */
export type Put =
  | 'created'
  | 'updated'
  /** An attempt that appeared to fail had been carried out; the record was found. */
  | 'was-there';

/** The outcome of moving a card. */
export type Move =
  | { readonly kind: 'moved' }
  /** Somebody moved it after the change to be undone, even if it is back in the same state now. */
  | { readonly kind: 'moved-since'; readonly by: string }
  /** It was not in the expected state, and was left alone. */
  | {
      readonly kind: 'elsewhere';
      readonly state: { readonly id: string; readonly name: string; readonly type: string };
    }
  /** Deleted, archived, in the trash, or not visible to the token. */
  | { readonly kind: 'gone' };

/** The only client of Linear. Every call throws {@link LinearError}, or the error of an unavailable token. */
export interface Linear {
  /** The account that the token belongs to. */
  viewer(options?: CallOptions): Promise<Viewer>;
  /** All teams that the token can see, with their states and running cycle. */
  teams(options?: CallOptions): Promise<Team[]>;
  /** The members of the workspace, including those who left. */
  members(options?: CallOptions): Promise<Member[]>;
  /** The webhooks of the workspace with their latest failures; for admins only, and never for an app. */
  webhooks(options?: CallOptions): Promise<Webhook[]>;
  /** The id of the label with this name; undefined when there is none. */
  labelId(name: string, options?: CallOptions): Promise<string | undefined>;
  /** An issue by its id or identifier (`ENG-123`), in one request; undefined when it cannot be seen. */
  issue(id: string, options?: CallOptions): Promise<IssueSnapshot | undefined>;
  /** Issues by id (Linear has no filter by identifier), in batches. Issues that cannot be seen are left out. */
  issues(ids: readonly string[], options?: CallOptions): Promise<Map<string, IssueSnapshot>>;
  /** The issue that a document belongs to, which a document's webhook does not say. */
  issueOfDocument(documentId: string, options?: CallOptions): Promise<string | undefined>;
  /**
   * Issues that changed, or whose comments, attachments or documents did, since a time or since the cursor of the call
   * before: one page a call. `more` asks for another call at once.
   */
  changedSince(
    from: { readonly since: number } | { readonly cursor: string },
    options?: CallOptions,
  ): Promise<{ changes: Change[]; cursor: string; more: boolean }>;
  /**
   * Moves a card, if it is still in the state `from`, which is read right before; Linear has no compare-and-set. With
   * `undoing`, the entry of its history that is to be undone, only if that is still the newest change of state. Never
   * repeated when the outcome of an attempt is not known: the caller reads the issue again.
   */
  moveIssue(
    move: {
      readonly issueId: string;
      readonly from: string;
      readonly to: string;
      readonly undoing?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<Move>;
  /** Adds and removes labels without touching any others. */
  labelIssue(
    change: {
      readonly issueId: string;
      readonly add?: readonly string[];
      readonly remove?: readonly string[];
    },
    options?: CallOptions,
  ): Promise<void>;
  /**
   * Ensures that the comment with this id has this text. `known` says that it was created before, which saves a
   * request. A known comment that a person deleted stays deleted: `not-found`.
   */
  putComment(comment: CommentInput & { readonly known?: boolean }, options?: CallOptions): Promise<Put>;
  /** Creates or updates a card on an issue; the same URL on the same issue is the same card. */
  putAttachment(attachment: AttachmentInput, options?: CallOptions): Promise<{ id: string }>;
  /** Like putComment, for a document. An update is not retried: it could overwrite what a person wrote in between. */
  putDocument(document: DocumentInput & { readonly known?: boolean }, options?: CallOptions): Promise<Put>;
  /**
   * Appends an entry to a document, which is created if missing. What people wrote in it stays. An entry whose `mark`
   * is found in the text is not added again.
   */
  appendToDocument(
    entry: Omit<DocumentInput, 'content'> & {
      readonly head: string;
      readonly text: string;
      readonly mark: string;
    },
    options?: CallOptions,
  ): Promise<Put>;
  subscribe(
    subscription: { readonly issueId: string; readonly userId: string },
    options?: CallOptions,
  ): Promise<void>;
  /** Creates an issue under an id minted by the caller; only once, however often it is called. */
  createIssue(
    input: IssueInput,
    options?: CallOptions,
  ): Promise<{ id: string; identifier: string; url: string }>;
  /** The remaining request budget, and whether calls are let through at all. */
  budget(): TransportReport;
  /**
   * The official SDK for rare calls, with the same budget, breaker, time limit and errors. Its relations are lazy: each
   * `await issue.state` is another request.
   */
  sdk(options?: CallOptions): Promise<LinearSdk>;
}

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Creates a client of Linear's API. It sends nothing before the first call. */
export function createLinear({
  token,
  apiKey,
  apiUrl = 'https://api.linear.app/graphql',
  clock = systemClock,
  fetch = globalThis.fetch,
  random = Math.random,
  timeoutMs = 15_000,
  attempts = 3,
  longestWaitMs = 5_000,
  reserve = 0.2,
  breaker = {},
  onRequest = () => undefined,
  signal,
}: LinearOptions): Linear {
  const transport = createTransport({
    apiUrl,
    credentials: credentialsFrom(token, apiKey),
    clock,
    fetch,
    random,
    timeoutMs,
    attempts,
    longestWaitMs,
    reserve,
    breaker,
    onRequest,
    signal,
  });
  return linearOver(transport);
}

function linearOver(transport: Transport): Linear {
  const { ask } = transport;
  const linear: Linear = {
    viewer: async (options) => (await ask(operations.viewer, {}, options)).viewer,

    teams: (options) => wholeList(async (after) => (await ask(operations.teams, { after }, options)).teams),

    members: (options) => wholeList(async (after) => (await ask(operations.users, { after }, options)).users),

    webhooks: (options) =>
      wholeList(async (after) => (await ask(operations.webhooks, { after }, options)).webhooks),

    async labelId(name, options) {
      const { issueLabels } = await ask(operations.labelNamed, { name }, options);
      return issueLabels.nodes[0]?.id;
    },

    issue: (id, options) => unlessNotFound(async () => (await ask(operations.issue, { id }, options)).issue),

    async issues(ids, options) {
      const wanted = [...new Set(ids)];
      const found = new Map<string, IssueSnapshot>();
      for (let start = 0; start < wanted.length; start += issuesPerBatch) {
        const batch = wanted.slice(start, start + issuesPerBatch);
        const { issues } = await ask(operations.issues, { ids: batch, first: batch.length }, options);
        for (const issue of issues.nodes) found.set(issue.id, issue);
      }
      return found;
    },

    issueOfDocument: (id, options) =>
      unlessNotFound(async () => (await ask(operations.documentIssue, { id }, options)).document.issue?.id),

    async changedSince(from, options) {
      const cursor = 'cursor' in from ? cursorFrom(from.cursor) : scanFrom(from.since);
      const page = nextPage(cursor);
      const pages = await ask(
        operations.changes,
        {
          since: new Date(cursor.since).toISOString(),
          first: changesPerPage,
          issues: page.issues !== undefined,
          issuesAfter: page.issues ?? null,
          comments: page.comments !== undefined,
          commentsAfter: page.comments ?? null,
          attachments: page.attachments !== undefined,
          attachmentsAfter: page.attachments ?? null,
          documents: page.documents !== undefined,
          documentsAfter: page.documents ?? null,
        },
        options,
      );
      const { changes, next, more } = scanStep(cursor, pages);
      return { changes, cursor: cursorText(next), more };
    },

    async moveIssue({ issueId, from, to, undoing }, options) {
      const move = async (): Promise<Move> => {
        const { issue } = await ask(operations.issueState, { id: issueId }, options);
        if (issue.archivedAt != null || issue.trashed === true) return { kind: 'gone' };
        if (issue.state.id !== from) return { kind: 'elsewhere', state: issue.state };
        const newest = issue.history.nodes
          .filter(({ toStateId }) => toStateId != null)
          .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))[0];
        if (undoing !== undefined && newest !== undefined && newest.id !== undoing)
          return { kind: 'moved-since', by: newest.id };
        await ask(operations.moveIssue, { id: issueId, stateId: to }, options);
        return { kind: 'moved' };
      };
      return (await unlessNotFound(move)) ?? { kind: 'gone' };
    },

    async labelIssue({ issueId, add = [], remove = [] }, options) {
      await ask(operations.labelIssue, { id: issueId, add: [...add], remove: [...remove] }, options);
    },

    async putComment({ known = false, ...comment }, options) {
      assertMinted(comment.id);
      const { id, body, subscriberIds } = comment;
      const update = async () => {
        await ask(operations.updateComment, { id, body, ...(subscriberIds && { subscriberIds }) }, options);
      };
      if (known) {
        await update();
        return 'updated';
      }
      const created = await unlessThere(
        async () => {
          await ask(operations.createComment, { input: comment }, options);
        },
        async () => (await ask(operations.comment, { id }, options)).comment,
      );
      if (created.kind === 'done') return 'created';
      await update();
      return 'was-there';
    },

    async putAttachment(attachment, options) {
      const { attachmentCreate } = await ask(operations.putAttachment, { input: attachment }, options);
      return attachmentCreate.attachment;
    },

    async putDocument({ known = false, ...document }, options) {
      assertMinted(document.id);
      const { id, title, content } = document;
      if (known) {
        await ask(operations.updateDocument, { id, title, content }, options);
        return 'updated';
      }
      const created = await unlessThere(
        async () => {
          await ask(operations.createDocument, { input: document }, options);
        },
        async () => (await ask(operations.document, { id }, options)).document,
      );
      // An existing record may have been edited by a person; it is not overwritten.
      return created.kind === 'done' ? 'created' : 'was-there';
    },

    async appendToDocument({ head, text, mark, ...document }, options) {
      const put = await linear.putDocument({ ...document, content: `${head}\n\n${text}\n` }, options);
      if (put === 'created') return put;
      const { content } = (await ask(operations.document, { id: document.id }, options)).document;
      if (content?.includes(mark) === true) return 'was-there';
      const { id, title } = document;
      const whole = `${(content ?? head).trimEnd()}\n\n${text}\n`;
      await ask(operations.updateDocument, { id, title, content: whole }, options);
      return 'updated';
    },

    async subscribe(subscription, options) {
      await ask(operations.subscribe, { ...subscription }, options);
    },

    async createIssue(input, options) {
      assertMinted(input.id);
      const read = async () => (await ask(operations.createdIssue, { id: input.id }, options)).issue;
      const created = await unlessThere(
        async () => (await ask(operations.createIssue, { input }, options)).issueCreate.issue ?? read(),
        read,
      );
      return created.value;
    },

    budget: () => transport.report(),

    async sdk(options) {
      // Its 3 MB of code are not needed on the hot path.
      const { LinearSdk: Sdk } = await import('@linear/sdk');
      return new Sdk(async <Response>(document: unknown, variables?: unknown) => {
        const text = String(document);
        const name = /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1] ?? 'sdk';
        return (await transport.askUnchecked(name, text, variables ?? {}, options)) as Response;
      });
    },
  };
  return linear;
}

/** Reads every page of a list. */
async function wholeList<T>(
  page: (after: string | null) => Promise<{
    nodes: T[];
    pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
  }>,
): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await page(after);
    found.push(...nodes);
    if (!pageInfo.hasNextPage || pageInfo.endCursor == null) return found;
    after = pageInfo.endCursor;
  }
}

/** The value, or undefined where Linear reports that it does not exist. */
async function unlessNotFound<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof LinearError && error.reason === 'not-found') return undefined;
    throw error;
  }
}

/**
 * Creates a record under an id of our own. A refused input may mean that an earlier attempt was carried out although
 * its
 * response was lost; since the wording is not documented, the record itself is looked up.
 */
async function unlessThere<T, U>(
  create: () => Promise<T>,
  read: () => Promise<U>,
): Promise<{ kind: 'done'; value: T } | { kind: 'was-there'; value: U }> {
  try {
    return { kind: 'done', value: await create() };
  } catch (error) {
    const mayBeThere =
      error instanceof LinearError && (error.reason === 'duplicate-id' || error.reason === 'invalid-input');
    if (!mayBeThere) throw error;
    const there = await unlessNotFound(read);
    if (there === undefined) throw error;
    return { kind: 'was-there', value: there };
  }
}

function assertMinted(id: string): void {
  if (!uuidV4.test(id)) {
    throw configurationError(
      'Linear takes ids from its clients as UUID v4 only: generate it with crypto.randomUUID().',
    );
  }
}

function credentialsFrom(token: LinearOptions['token'], apiKey: string | undefined): Credentials {
  if (token !== undefined && apiKey === undefined) return { token };
  if (apiKey !== undefined && token === undefined) return { apiKey };
  throw configurationError(
    'Linear needs either an OAuth token or an API key, but not both: set LINEAR_TOKEN or LINEAR_API_KEY (docs/linear.md).',
  );
}
