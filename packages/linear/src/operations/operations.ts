import { z } from 'zod';
import { issueSnapshotSchema, nodes, stateSchema } from '../issue/issue-snapshot.ts';
import { issueFields } from './issue-document.ts';
import { operationOf } from './operation.ts';

/** Issues in one batched read; more would exceed the 10,000 points that Linear allows for one query. */
export const issuesPerBatch = 35;

/** Page size of each of the four lists in the scan for changes. */
export const changesPerPage = 100;

/** Hardly any workspace has more states than this in one team. */
const statesPerTeam = 30;

const done = z.object({ success: z.literal(true) });

const viewer = operationOf<Record<string, never>>()({
  name: 'Viewer',
  document: /* GraphQL */ `
    query Viewer {
      viewer {
        id
        name
        app
        organization {
          id
          name
          urlKey
        }
      }
    }
  `,
  points: () => 3,
  repeat: 'safe',
  answer: z.object({
    viewer: z.object({
      id: z.string(),
      name: z.string(),
      app: z.boolean(),
      organization: z.object({ id: z.string(), name: z.string(), urlKey: z.string() }),
    }),
  }),
});

/** The account that the token belongs to. `app` is true for a bot. */
export type Viewer = z.output<typeof viewer.answer>['viewer'];

const issue = operationOf<{ id: string }>()({
  name: 'GateIssue',
  document: /* GraphQL */ `
    query GateIssue($id: String!) {
      issue(id: $id) {
        ...IssueSnapshot
      }
    }
    ${issueFields}
  `,
  points: () => 255,
  repeat: 'safe',
  answer: z.object({ issue: issueSnapshotSchema }),
});

const issues = operationOf<{ ids: string[]; first: number }>()({
  name: 'GateIssues',
  document: /* GraphQL */ `
    query GateIssues($ids: [ID!]!, $first: Int!) {
      issues(filter: { id: { in: $ids } }, first: $first, includeArchived: true) {
        nodes {
          ...IssueSnapshot
        }
      }
    }
    ${issueFields}
  `,
  points: ({ first }) => Math.ceil(Math.round(first * 2_543) / 10),
  repeat: 'safe',
  answer: z.object({ issues: z.object({ nodes: z.array(issueSnapshotSchema) }) }),
});

const issueState = operationOf<{ id: string }>()({
  name: 'IssueState',
  document: /* GraphQL */ `
    query IssueState($id: String!) {
      issue(id: $id) {
        id
        archivedAt
        trashed
        state {
          id
          name
          type
        }
        history(first: 10) {
          nodes {
            id
            createdAt
            toStateId
          }
        }
      }
    }
  `,
  points: () => 16,
  repeat: 'safe',
  answer: z.object({
    issue: z.object({
      id: z.string(),
      archivedAt: z.string().nullish(),
      trashed: z.boolean().nullish(),
      state: stateSchema,
      history: z.object({
        nodes: z.array(z.object({ id: z.string(), createdAt: z.string(), toStateId: z.string().nullish() })),
      }),
    }),
  }),
});

const documentIssue = operationOf<{ id: string }>()({
  name: 'DocumentIssue',
  document: /* GraphQL */ `
    query DocumentIssue($id: String!) {
      document(id: $id) {
        id
        issue {
          id
        }
      }
    }
  `,
  points: () => 3,
  repeat: 'safe',
  answer: z.object({ document: z.object({ id: z.string(), issue: z.object({ id: z.string() }).nullish() }) }),
});

/** Where each of the four lists of the scan continues; a finished list is left out of the next page. */
export interface ScanPage extends Record<string, unknown> {
  since: string;
  first: number;
  issues: boolean;
  issuesAfter: string | null;
  comments: boolean;
  commentsAfter: string | null;
  attachments: boolean;
  attachmentsAfter: string | null;
  documents: boolean;
  documentsAfter: string | null;
}

const scanned = <T extends z.ZodType>(node: T) =>
  z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  });

const ofIssue = z.object({
  id: z.string(),
  updatedAt: z.string(),
  issue: z.object({ id: z.string() }).nullish(),
});

// Whether a new comment, attachment or document updates the issue's updatedAt is not documented; so all four are read.
const changes = operationOf<ScanPage>()({
  name: 'ChangedSince',
  document: /* GraphQL */ `
    query ChangedSince(
      $since: DateTimeOrDuration!
      $first: Int!
      $issues: Boolean!
      $issuesAfter: String
      $comments: Boolean!
      $commentsAfter: String
      $attachments: Boolean!
      $attachmentsAfter: String
      $documents: Boolean!
      $documentsAfter: String
    ) {
      issues(
        filter: { updatedAt: { gte: $since } }
        orderBy: updatedAt
        includeArchived: true
        first: $first
        after: $issuesAfter
      ) @include(if: $issues) {
        nodes {
          id
          updatedAt
          state {
            type
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      comments(
        filter: { updatedAt: { gte: $since } }
        orderBy: updatedAt
        first: $first
        after: $commentsAfter
      ) @include(if: $comments) {
        nodes {
          id
          updatedAt
          issue {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      attachments(
        filter: { updatedAt: { gte: $since } }
        orderBy: updatedAt
        first: $first
        after: $attachmentsAfter
      ) @include(if: $attachments) {
        nodes {
          id
          updatedAt
          issue {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      documents(
        filter: { updatedAt: { gte: $since } }
        orderBy: updatedAt
        first: $first
        after: $documentsAfter
      ) @include(if: $documents) {
        nodes {
          id
          updatedAt
          issue {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  points: () => 1_400,
  repeat: 'safe',
  answer: z.object({
    issues: scanned(
      z.object({ id: z.string(), updatedAt: z.string(), state: z.object({ type: z.string() }) }),
    ).optional(),
    comments: scanned(ofIssue).optional(),
    attachments: scanned(ofIssue).optional(),
    documents: scanned(ofIssue).optional(),
  }),
});

// A second attempt could undo a move that a person made in between.
const moveIssue = operationOf<{ id: string; stateId: string }>()({
  name: 'MoveIssue',
  document: /* GraphQL */ `
    mutation MoveIssue($id: String!, $stateId: String!) {
      issueUpdate(id: $id, input: { stateId: $stateId }) {
        success
        issue {
          id
          state {
            id
            name
            type
          }
        }
      }
    }
  `,
  points: () => 4,
  repeat: 'once',
  answer: z.object({
    issueUpdate: z.object({
      success: z.literal(true),
      issue: z.object({ id: z.string(), state: stateSchema }).nullish(),
    }),
  }),
});

// Added and removed individually, so that labels which people set in between stay.
const labelIssue = operationOf<{ id: string; add: string[]; remove: string[] }>()({
  name: 'LabelIssue',
  document: /* GraphQL */ `
    mutation LabelIssue($id: String!, $add: [String!], $remove: [String!]) {
      issueUpdate(id: $id, input: { addedLabelIds: $add, removedLabelIds: $remove }) {
        success
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ issueUpdate: done }),
});

const createIssue = operationOf<{ input: IssueInput }>()({
  name: 'CreateIssue',
  document: /* GraphQL */ `
    mutation CreateIssue($input: IssueCreateInput!) {
      issueCreate(input: $input) {
        success
        issue {
          id
          identifier
          url
        }
      }
    }
  `,
  points: () => 3,
  repeat: 'safe',
  answer: z.object({
    issueCreate: z.object({
      success: z.literal(true),
      issue: z.object({ id: z.string(), identifier: z.string(), url: z.string() }).nullish(),
    }),
  }),
});

/** A new issue under an id minted by the caller (UUID v4). */
export interface IssueInput {
  readonly id: string;
  readonly teamId: string;
  readonly title: string;
  readonly description?: string;
  readonly parentId?: string;
  readonly assigneeId?: string;
  /** `2026-12-01` */
  readonly dueDate?: string;
  readonly labelIds?: readonly string[];
  readonly subscriberIds?: readonly string[];
}

const createdIssue = operationOf<{ id: string }>()({
  name: 'CreatedIssue',
  document: /* GraphQL */ `
    query CreatedIssue($id: String!) {
      issue(id: $id) {
        id
        identifier
        url
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ issue: z.object({ id: z.string(), identifier: z.string(), url: z.string() }) }),
});

const createComment = operationOf<{ input: CommentInput }>()({
  name: 'CreateComment',
  document: /* GraphQL */ `
    mutation CreateComment($input: CommentCreateInput!) {
      commentCreate(input: $input) {
        success
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ commentCreate: done }),
});

/** A comment under an id minted by the caller (UUID v4). */
export interface CommentInput {
  readonly id: string;
  readonly issueId: string;
  /** Markdown. Linear normalises it, so what is read back differs from what was sent. */
  readonly body: string;
  readonly parentId?: string;
  readonly subscriberIds?: readonly string[];
}

const updateComment = operationOf<{ id: string; body: string; subscriberIds?: readonly string[] }>()({
  name: 'UpdateComment',
  document: /* GraphQL */ `
    mutation UpdateComment($id: String!, $body: String!, $subscriberIds: [String!]) {
      commentUpdate(id: $id, input: { body: $body, subscriberIds: $subscriberIds }) {
        success
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ commentUpdate: done }),
});

const comment = operationOf<{ id: string }>()({
  name: 'Comment',
  document: /* GraphQL */ `
    query Comment($id: String!) {
      comment(id: $id) {
        id
        body
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ comment: z.object({ id: z.string(), body: z.string() }) }),
});

// Linear updates an existing attachment with this URL on this issue, so no id of ours is needed.
const putAttachment = operationOf<{ input: AttachmentInput }>()({
  name: 'PutAttachment',
  document: /* GraphQL */ `
    mutation PutAttachment($input: AttachmentCreateInput!) {
      attachmentCreate(input: $input) {
        success
        attachment {
          id
        }
      }
    }
  `,
  points: () => 3,
  repeat: 'safe',
  answer: z.object({
    attachmentCreate: z.object({ success: z.literal(true), attachment: z.object({ id: z.string() }) }),
  }),
});

/** A card on an issue. The same `url` on the same issue is the same card. */
export interface AttachmentInput {
  readonly issueId: string;
  readonly url: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly iconUrl?: string;
  readonly metadata?: Readonly<Record<string, string | number>>;
}

const createDocument = operationOf<{ input: DocumentInput }>()({
  name: 'CreateDocument',
  document: /* GraphQL */ `
    mutation CreateDocument($input: DocumentCreateInput!) {
      documentCreate(input: $input) {
        success
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ documentCreate: done }),
});

/** A document on an issue or of a team, under an id minted by the caller (UUID v4). */
export interface DocumentInput {
  readonly id: string;
  readonly issueId?: string;
  readonly teamId?: string;
  readonly title: string;
  /** Markdown. Linear normalises it, so what is read back differs from what was sent. */
  readonly content: string;
}

// A second attempt could overwrite what a person wrote in between.
const updateDocument = operationOf<{ id: string; title: string; content: string }>()({
  name: 'UpdateDocument',
  document: /* GraphQL */ `
    mutation UpdateDocument($id: String!, $title: String!, $content: String!) {
      documentUpdate(id: $id, input: { title: $title, content: $content }) {
        success
      }
    }
  `,
  points: () => 2,
  repeat: 'once',
  answer: z.object({ documentUpdate: done }),
});

const document = operationOf<{ id: string }>()({
  name: 'Document',
  document: /* GraphQL */ `
    query Document($id: String!) {
      document(id: $id) {
        id
        title
        content
        url
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({
    document: z.object({ id: z.string(), title: z.string(), content: z.string().nullish(), url: z.string() }),
  }),
});

const subscribe = operationOf<{ issueId: string; userId: string }>()({
  name: 'Subscribe',
  document: /* GraphQL */ `
    mutation Subscribe($issueId: String!, $userId: String!) {
      issueSubscribe(id: $issueId, userId: $userId) {
        success
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({ issueSubscribe: done }),
});

const teams = operationOf<{ after: string | null }>()({
  name: 'Teams',
  document: /* GraphQL */ `
    query Teams($after: String) {
      teams(first: 50, after: $after) {
        nodes {
          id
          key
          name
          states(first: 30) {
            nodes {
              id
              name
              type
            }
            pageInfo {
              hasNextPage
            }
          }
          activeCycle {
            id
            number
            startsAt
            endsAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  points: () => 3_795,
  repeat: 'safe',
  answer: z.object({
    teams: scanned(
      z
        .object({
          id: z.string(),
          key: z.string(),
          name: z.string(),
          states: nodes(stateSchema, statesPerTeam),
          activeCycle: z
            .object({ id: z.string(), number: z.number(), startsAt: z.string(), endsAt: z.string() })
            .nullish(),
        })
        .transform(({ states, activeCycle, ...team }) => ({
          ...team,
          states: states.items,
          activeCycle: activeCycle ?? undefined,
        })),
    ),
  }),
});

const users = operationOf<{ after: string | null }>()({
  name: 'Users',
  document: /* GraphQL */ `
    query Users($after: String) {
      users(first: 100, after: $after) {
        nodes {
          id
          name
          displayName
          url
          active
          app
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  points: () => 280,
  repeat: 'safe',
  answer: z.object({
    users: scanned(
      z.object({
        id: z.string(),
        name: z.string(),
        displayName: z.string(),
        url: z.string(),
        active: z.boolean(),
        app: z.boolean(),
      }),
    ),
  }),
});

/** A member of the workspace. Writing `url` into Markdown mentions the person. */
export type Member = z.output<typeof users.answer>['users']['nodes'][number];

const labelNamed = operationOf<{ name: string }>()({
  name: 'LabelNamed',
  document: /* GraphQL */ `
    query LabelNamed($name: String!) {
      issueLabels(filter: { name: { eqIgnoreCase: $name } }, first: 1) {
        nodes {
          id
          name
        }
      }
    }
  `,
  points: () => 2,
  repeat: 'safe',
  answer: z.object({
    issueLabels: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
  }),
});

// Not read through the SDK, whose document requests the signing secret as well.
const webhooks = operationOf<{ after: string | null }>()({
  name: 'Webhooks',
  document: /* GraphQL */ `
    query Webhooks($after: String) {
      webhooks(first: 50, after: $after) {
        nodes {
          id
          url
          enabled
          resourceTypes
          failures {
            createdAt
            httpStatus
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  points: () => 190,
  repeat: 'safe',
  answer: z.object({
    webhooks: scanned(
      z.object({
        id: z.string(),
        url: z.string().nullish(),
        enabled: z.boolean(),
        /** Entity types such as `Issue` and `Comment`. */
        resourceTypes: z.array(z.string()),
        failures: z.array(z.object({ createdAt: z.string(), httpStatus: z.number().nullish() })),
      }),
    ),
  }),
});

/** A webhook of the workspace. The one of an OAuth app has no `url`. */
export type Webhook = z.output<typeof webhooks.answer>['webhooks']['nodes'][number];

/** A team with its issue states and its running cycle. */
export type Team = z.output<typeof teams.answer>['teams']['nodes'][number];

/** All documents that this package itself sends. */
export const operations = {
  viewer,
  teams,
  issue,
  issues,
  issueState,
  documentIssue,
  changes,
  moveIssue,
  labelIssue,
  createIssue,
  createdIssue,
  createComment,
  updateComment,
  comment,
  putAttachment,
  createDocument,
  updateDocument,
  document,
  subscribe,
  users,
  labelNamed,
  webhooks,
};
