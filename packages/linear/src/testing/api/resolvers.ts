import {
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { LinearRecord, RecordType } from '../world/record.ts';
import { type Doer, type World } from '../world/world.ts';
import { forbidden, notBuilt, notFound } from './api-error.ts';
import { connection } from './connection.ts';

/** The context of a request. */
export interface ApiContext {
  readonly world: World;
  readonly doer: Doer;
  /** Reads see records as they were at this time. */
  readonly readAt: number;
  /** Requested fields for which the stand-in only returned a filler, e.g. `Issue.boardOrder`. */
  readonly filled: Set<string>;
}

type Args = Readonly<Record<string, unknown>>;
type Resolve = (source: LinearRecord, args: Args, context: ApiContext) => unknown;

const one =
  (type: RecordType, field: string): Resolve =>
  (source, _args, { world, readAt }) =>
    world.store.get(type, source[field], readAt) ?? null;

const several =
  (type: RecordType, field: string): Resolve =>
  (source, args, context) => {
    const ids = source[field];
    const records = (Array.isArray(ids) ? ids : []).flatMap(
      (id) => context.world.store.get(type, id, context.readAt) ?? [],
    );
    return page(records, args, context);
  };

const related =
  (type: RecordType, field: string): Resolve =>
  (source, args, context) =>
    page(context.world.store.related(type, field, source.id, context.readAt), args, context);

const every =
  (type: RecordType): Resolve =>
  (_source, args, context) =>
    page(context.world.store.all(type, context.readAt), args, context);

/** A record by its id, or Linear's error. */
const byId =
  (type: RecordType): Resolve =>
  (_source, { id }, { world, readAt }) => {
    const found = world.store.get(type, id, readAt);
    if (found === undefined) throw notFound(type);
    return found;
  };

const viewer: Resolve = (_source, _args, { world, doer, readAt }) =>
  world.store.get('User', doer.userId, readAt);

const organization: Resolve = (_source, _args, { world, readAt }) =>
  world.store.all('Organization', readAt)[0];

/** Relations, by type and field. */
const relations: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Query: {
    viewer,
    organization,
    issue: (_source, { id }, { world, readAt }) => {
      const found = world.store.get('Issue', world.issue(id).id, readAt);
      if (found === undefined) throw notFound('Issue');
      return found;
    },
    issues: every('Issue'),
    comment: byId('Comment'),
    comments: every('Comment'),
    attachment: byId('Attachment'),
    attachments: every('Attachment'),
    document: byId('Document'),
    documents: every('Document'),
    team: byId('Team'),
    teams: every('Team'),
    user: byId('User'),
    users: every('User'),
    workflowState: byId('WorkflowState'),
    workflowStates: every('WorkflowState'),
    issueLabels: every('IssueLabel'),
    projects: every('Project'),
    cycles: every('Cycle'),
    webhooks: (source, args, context) => {
      const { world, doer, readAt } = context;
      if (world.store.get('User', doer.userId, readAt)?.['app'] === true) throw forbidden('Invalid scope');
      return every('Webhook')(source, args, context);
    },
  },
  Mutation: {
    issueCreate: (_source, { input }, { world, doer }) => ({ issue: world.createIssue(input as Args, doer) }),
    issueUpdate: (_source, { id, input }, { world, doer }) => ({
      issue: world.updateIssue(String(id), input as Args, doer),
    }),
    issueSubscribe: (_source, { id, userId }, { world }) => ({
      issue: world.subscribe(String(id), String(userId)),
    }),
    commentCreate: (_source, { input }, { world, doer }) => ({
      comment: world.createComment(input as Args, doer),
    }),
    commentUpdate: (_source, { id, input, skipEditedAt }, { world, doer }) => ({
      comment: world.updateComment(String(id), input as Args, doer, skipEditedAt === true),
    }),
    attachmentCreate: (_source, { input }, { world, doer }) => ({
      attachment: world.createAttachment(input as Args, doer),
    }),
    documentCreate: (_source, { input }, { world, doer }) => ({
      document: world.createDocument(input as Args, doer),
    }),
    documentUpdate: (_source, { id, input }, { world, doer }) => ({
      document: world.updateDocument(String(id), input as Args, doer),
    }),
  },
  Issue: {
    state: one('WorkflowState', 'stateId'),
    team: one('Team', 'teamId'),
    creator: one('User', 'creatorId'),
    assignee: one('User', 'assigneeId'),
    parent: one('Issue', 'parentId'),
    project: one('Project', 'projectId'),
    projectMilestone: one('ProjectMilestone', 'projectMilestoneId'),
    cycle: one('Cycle', 'cycleId'),
    labels: several('IssueLabel', 'labelIds'),
    subscribers: several('User', 'subscriberIds'),
    children: related('Issue', 'parentId'),
    attachments: related('Attachment', 'issueId'),
    documents: related('Document', 'issueId'),
    comments: related('Comment', 'issueId'),
    history: related('IssueHistory', 'issueId'),
  },
  IssueHistory: {
    issue: one('Issue', 'issueId'),
    actor: one('User', 'actorId'),
    fromState: one('WorkflowState', 'fromStateId'),
    toState: one('WorkflowState', 'toStateId'),
  },
  Comment: {
    issue: one('Issue', 'issueId'),
    user: one('User', 'userId'),
    parent: one('Comment', 'parentId'),
    children: related('Comment', 'parentId'),
  },
  Attachment: { issue: one('Issue', 'issueId'), creator: one('User', 'creatorId') },
  Document: {
    issue: one('Issue', 'issueId'),
    creator: one('User', 'creatorId'),
    updatedBy: one('User', 'updatedById'),
  },
  WorkflowState: { team: one('Team', 'teamId'), issues: related('Issue', 'stateId') },
  Team: {
    states: related('WorkflowState', 'teamId'),
    cycles: related('Cycle', 'teamId'),
    activeCycle: one('Cycle', 'activeCycleId'),
    issues: related('Issue', 'teamId'),
    organization,
  },
  User: { organization, isMe: (source, _args, { doer }) => source.id === doer.userId },
  Cycle: { team: one('Team', 'teamId') },
  Project: { projectMilestones: related('ProjectMilestone', 'projectId') },
  ProjectMilestone: { project: one('Project', 'projectId') },
};

/** Fields that only exist for filters, or are named differently in the record. */
function readField(context: ApiContext) {
  return (source: unknown, field: string): unknown => {
    if (!isRecord(source)) return undefined;
    const resolve = relations[source.kind]?.[field];
    const value = resolve === undefined ? source[field] : resolve(source, { first: 250 }, context);
    return typeof value === 'object' && value !== null && 'nodes' in value ? value.nodes : value;
  };
}

function page(records: readonly LinearRecord[], args: Args, context: ApiContext) {
  return connection(records, args, readField(context));
}

/**
 * Resolves every field: relations by the table above, stored fields by name, and fields that the stand-in does not
 * store
 * with a filler (null where nullable). A root field without an entry is an error.
 */
export const resolveField: GraphQLFieldResolver<unknown, ApiContext> = (source, args, context, info) => {
  const { parentType, fieldName, returnType } = info;
  const resolve = relations[parentType.name]?.[fieldName];
  if (resolve !== undefined) return resolve(source as LinearRecord, args, context);
  if (parentType === info.schema.getQueryType() || parentType === info.schema.getMutationType()) {
    throw notBuilt(`${parentType.name}.${fieldName}`);
  }
  if (typeof source === 'object' && source !== null && Object.hasOwn(source, fieldName)) {
    return (source as Record<string, unknown>)[fieldName];
  }
  if (fieldName === 'success') return true;
  context.filled.add(`${parentType.name}.${fieldName}`);
  return filler(returnType, source, `${parentType.name}.${fieldName}`);
};

const scalarFillers: Readonly<Record<string, unknown>> = {
  String: '',
  Float: 0,
  Int: 0,
  Boolean: false,
  JSON: {},
  JSONObject: {},
};

function filler(type: GraphQLOutputType, source: unknown, field: string): unknown {
  if (!isNonNullType(type)) return null;
  const needed = getNullableType(type);
  if (isListType(needed)) return [];
  if (isEnumType(needed)) return needed.getValues()[0]?.value;
  if (isScalarType(needed)) {
    const time = isRecord(source) ? source.createdAt : new Date(0).toISOString();
    return scalarFillers[needed.name] ?? (needed.name === 'DateTime' ? time : '');
  }
  if (needed.name.endsWith('Connection')) return connection([], {}, () => undefined);
  // A part of its owner, such as Issue.sharedAccess; an entity with an id of its own would have to be stored.
  if (isObjectType(needed) && needed.getFields()['id'] === undefined) return {};
  throw notBuilt(field);
}

function isRecord(source: unknown): source is LinearRecord {
  return typeof source === 'object' && source !== null && 'kind' in source && 'createdAt' in source;
}
