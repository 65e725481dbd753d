import { z } from 'zod';
import { type Actor, actorOf, botSchema, userSchema } from './actor.ts';

/**
 * Page size of each list in a snapshot. Larger pages cost points for every issue, whether it has that many items or
 * not.
 */
export const pages = { labels: 20, attachments: 25, documents: 10, comments: 10, history: 20 };

/**
 * A connection of GraphQL as its nodes. `full` when the page is: there may be more, and asking for `pageInfo` would cost
 * a point for every item.
 */
export const nodes = <T extends z.ZodType>(node: T, pageSize: number) =>
  z
    .object({ nodes: z.array(node) })
    .transform(({ nodes: items }) => ({ items, full: items.length >= pageSize }));

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const namedSchema = z.object({ id: z.string(), name: z.string() });

export const stateSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** `triage`, `backlog`, `unstarted`, `started`, `completed`, `canceled` or `duplicate`; Linear may add more. */
  type: z.string(),
});

const attachmentSchema = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: text,
  url: z.string(),
  /** Origin of the attachment, e.g. `github` or `figma`. */
  sourceType: text,
  metadata: z.unknown(),
  updatedAt: z.string(),
});

const documentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    content: text,
    url: z.string(),
    updatedAt: z.string(),
    archivedAt: text,
    trashed: z.boolean().nullish(),
    creator: userSchema.nullish(),
    updatedBy: userSchema.nullish(),
  })
  .transform(({ trashed, archivedAt, creator, updatedBy, ...document }) => ({
    ...document,
    isGone: trashed === true || archivedAt !== undefined,
    creator: actorOf(creator, undefined),
    updatedBy: actorOf(updatedBy, undefined),
  }));

const commentSchema = z
  .object({
    id: z.string(),
    body: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    editedAt: text,
    parentId: text,
    user: userSchema.nullish(),
    botActor: botSchema.nullish(),
  })
  .transform(({ user, botActor, ...comment }) => ({ ...comment, by: actorOf(user, botActor) }));

const historySchema = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    fromStateId: text,
    toStateId: text,
    updatedDescription: z.boolean().nullish(),
    addedLabelIds: z.array(z.string()).nullish(),
    removedLabelIds: z.array(z.string()).nullish(),
    actor: userSchema.nullish(),
    botActor: botSchema.nullish(),
  })
  .transform(({ actor, botActor, updatedDescription, addedLabelIds, removedLabelIds, ...entry }) => ({
    ...entry,
    changedDescription: updatedDescription === true,
    addedLabelIds: addedLabelIds ?? [],
    removedLabelIds: removedLabelIds ?? [],
    by: actorOf(actor, botActor),
  }));

/** Newest first, regardless of the order in Linear's response. */
const newestFirst = <T extends { createdAt: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));

export const issueSnapshotSchema = z
  .object({
    id: z.string(),
    identifier: z.string(),
    title: z.string(),
    description: text,
    url: z.string(),
    priority: z.number(),
    createdAt: z.string(),
    updatedAt: z.string(),
    startedAt: text,
    archivedAt: text,
    trashed: z.boolean().nullish(),
    dueDate: text,
    state: stateSchema,
    team: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    creator: userSchema.nullish(),
    botActor: botSchema.nullish(),
    assignee: userSchema.nullish(),
    parent: z.object({ id: z.string(), identifier: z.string() }).nullish(),
    project: namedSchema.nullish(),
    projectMilestone: namedSchema.nullish(),
    cycle: z
      .object({ id: z.string(), number: z.number(), startsAt: z.string(), endsAt: z.string() })
      .nullish(),
    labels: nodes(namedSchema, pages.labels),
    attachments: nodes(attachmentSchema, pages.attachments),
    documents: nodes(documentSchema, pages.documents),
    comments: nodes(commentSchema, pages.comments),
    history: nodes(historySchema, pages.history),
  })
  .transform(
    ({
      trashed,
      archivedAt,
      creator,
      botActor,
      labels,
      attachments,
      documents,
      comments,
      history,
      ...issue
    }) => ({
      ...issue,
      /** Archived or in the trash: it must not be written to. */
      isGone: trashed === true || archivedAt !== undefined,
      creator: actorOf(creator, botActor),
      assignee: issue.assignee ?? undefined,
      parent: issue.parent ?? undefined,
      project: issue.project ?? undefined,
      projectMilestone: issue.projectMilestone ?? undefined,
      cycle: issue.cycle ?? undefined,
      labels: labels.items,
      attachments: attachments.items,
      documents: documents.items,
      /** Comments of this bot and those that begin with `/`, newest first. */
      comments: newestFirst(comments.items),
      history: newestFirst(history.items),
      /** Lists whose page is full. Rules must not treat an item as missing that could be on the next page. */
      truncated: Object.entries({ labels, attachments, documents, comments, history })
        .filter(([, { full }]) => full)
        .map(([name]) => name as 'labels' | 'attachments' | 'documents' | 'comments' | 'history'),
    }),
  );

/** An issue with everything the gate judges by, as returned by a single read. Times are ISO 8601. */
export type IssueSnapshot = z.output<typeof issueSnapshotSchema>;

export type HistoryEntry = IssueSnapshot['history'][number];

/** The known state changes of an issue, newest first: from which state to which, when, and by whom. */
export function stateChanges({ history }: Pick<IssueSnapshot, 'history'>): {
  from: string | undefined;
  to: string;
  at: number;
  by: Actor;
  id: string;
}[] {
  return history.flatMap(({ id, fromStateId, toStateId, createdAt, by }) =>
    toStateId === undefined ? [] : [{ id, from: fromStateId, to: toStateId, at: Date.parse(createdAt), by }],
  );
}
