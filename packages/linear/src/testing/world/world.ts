import type { Clock } from '../../clock.ts';
import { inputError, notFound } from '../api/api-error.ts';
import type { Random } from '../random.ts';
import { normaliseMarkdown } from './normalise-markdown.ts';
import type { LinearRecord, RecordType } from './record.ts';
import { createStore, type Store } from './store.ts';

/** Who changes something: a user, a bot that acts for an integration, or an actor that Linear does not name. */
export interface Doer {
  readonly userId: string | null;
  readonly bot?: {
    readonly id: string;
    readonly type: string;
    readonly subType?: string;
    readonly name: string;
  };
}

/** A change, for subscribers such as webhooks. */
export interface WorldEvent {
  readonly type: 'Issue' | 'Comment' | 'Attachment' | 'Document' | 'IssueSLA' | 'OAuthApp';
  readonly action: string;
  readonly record: LinearRecord;
  /** Old values of the changed fields. */
  readonly updatedFrom?: Readonly<Record<string, unknown>>;
  readonly doer: Doer;
}

export interface WorldOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Returns Markdown as Linear normalises it, not as it was sent. */
  readonly normalise: boolean;
  /** Whether a new comment, attachment or document updates the issue's updatedAt; not documented, so off. */
  readonly touchesIssue: boolean;
  onEvent(event: WorldEvent): void;
}

type Fields = Readonly<Record<string, unknown>>;

/** Linear's rules for its records, as far as the stand-in supports them. Every change passes through here. */
export interface World {
  readonly store: Store;
  add(type: RecordType, fields: Fields): LinearRecord;
  createIssue(input: Fields, doer: Doer): LinearRecord;
  updateIssue(id: string, input: Fields, doer: Doer): LinearRecord;
  createComment(input: Fields, doer: Doer): LinearRecord;
  updateComment(id: string, input: Fields, doer: Doer, skipEditedAt?: boolean): LinearRecord;
  /** A second attachment with the same URL on the same issue updates the first. */
  createAttachment(input: Fields, doer: Doer): LinearRecord;
  createDocument(input: Fields, doer: Doer): LinearRecord;
  updateDocument(id: string, input: Fields, doer: Doer): LinearRecord;
  subscribe(issueId: string, userId: string): LinearRecord;
  remove(type: RecordType, id: string, doer: Doer): void;
  announce(event: WorldEvent): void;
  /**
   * An issue by its id or identifier.
   * @throws Linear's error when there is none.
   */
  issue(idOrIdentifier: unknown): LinearRecord;
}

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The wording that rejects a duplicate is not documented by Linear, so a client must not rely on it. */
const duplicateWords = [
  'Entity already exists',
  'duplicate key value violates unique constraint',
  'Id is already used',
  'Argument Validation Error',
] as const;

/** Fields of an issue that are stored as given. */
const plainFields = new Set([
  'title',
  'priority',
  'estimate',
  'dueDate',
  'stateId',
  'assigneeId',
  'projectId',
  'projectMilestoneId',
  'cycleId',
  'parentId',
  'teamId',
  'slaBreachesAt',
  'slaStartedAt',
  'slaType',
  'trashed',
]);

/** Relations of an issue that must exist. */
const references: Readonly<Record<string, RecordType>> = {
  stateId: 'WorkflowState',
  assigneeId: 'User',
  projectId: 'Project',
  projectMilestoneId: 'ProjectMilestone',
  cycleId: 'Cycle',
  teamId: 'Team',
};

export function createWorld({ clock, random, normalise, touchesIssue, onEvent }: WorldOptions): World {
  const store = createStore();
  const identifiers = new Map<string, string>();
  const numbers = new Map<string, number>();
  const now = () => clock.now();
  const iso = () => new Date(now()).toISOString();
  const markdown = (text: unknown) =>
    normalise && typeof text === 'string' ? normaliseMarkdown(text) : text;
  const botOf = ({ bot }: Doer) => bot ?? null;

  const write = (record: LinearRecord) => {
    store.write(record, now());
    return record;
  };

  const add: World['add'] = (type, fields) => {
    const at = iso();
    return write({
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
      ...fields,
      kind: type,
      id: typeof fields['id'] === 'string' ? fields['id'] : random.uuid(),
    });
  };

  const existing = (type: RecordType, id: unknown): LinearRecord => {
    const record = store.get(type, id);
    if (record === undefined) throw notFound(type);
    return record;
  };

  /** Creates a record, with an id chosen by the client if it gave one. */
  const create = (type: RecordType, input: Fields, fields: Fields): LinearRecord => {
    const { id } = input;
    if (typeof id === 'string') {
      if (!uuidV4.test(id)) throw inputError('Argument Validation Error', 'id must be a UUID.');
      if (store.get(type, id) !== undefined) throw inputError(random.pick(duplicateWords));
    }
    return add(type, { ...fields, ...(typeof id === 'string' && { id }) });
  };

  const history = (issueId: string, doer: Doer, fields: Fields) =>
    add('IssueHistory', { issueId, actorId: doer.userId, botActor: botOf(doer), ...fields });

  const issue: World['issue'] = (idOrIdentifier) => {
    const id = identifiers.get(String(idOrIdentifier).toUpperCase()) ?? idOrIdentifier;
    return existing('Issue', id);
  };

  const touch = (issueId: unknown) => {
    const record = touchesIssue ? store.get('Issue', issueId) : undefined;
    if (record !== undefined) write({ ...record, updatedAt: iso() });
  };

  const checkReferences = (input: Fields, teamId: unknown) => {
    for (const [field, type] of Object.entries(references)) {
      if (input[field] != null) existing(type, input[field]);
    }
    for (const id of list(input['labelIds'], input['addedLabelIds'])) existing('IssueLabel', id);
    const state = store.get('WorkflowState', input['stateId']);
    if (state !== undefined && state['teamId'] !== teamId) {
      throw inputError('Argument Validation Error', 'The state belongs to another team.');
    }
  };

  /** The times that Linear itself sets when an issue enters a state. */
  const timesOf = (stateId: unknown, before: Fields): Fields => {
    const type = store.get('WorkflowState', stateId)?.['type'];
    return {
      startedAt: type === 'started' ? (before['startedAt'] ?? iso()) : (before['startedAt'] ?? null),
      completedAt: type === 'completed' ? iso() : null,
      canceledAt: type === 'canceled' || type === 'duplicate' ? iso() : null,
    };
  };

  const world: World = {
    store,
    add,
    issue,
    announce: onEvent,

    createIssue(input, doer) {
      const team = existing('Team', input['teamId']);
      checkReferences(input, team.id);
      const number = (numbers.get(team.id) ?? 0) + 1;
      const identifier = `${String(team['key'])}-${number}`;
      const stateId = input['stateId'] ?? defaultState(store, team.id)?.id;
      const record = create('Issue', input, {
        number,
        identifier,
        title: input['title'] ?? '',
        description: markdown(input['description'] ?? null),
        url: `https://linear.app/example/issue/${identifier}`,
        priority: input['priority'] ?? 0,
        dueDate: input['dueDate'] ?? null,
        trashed: null,
        teamId: team.id,
        stateId,
        labelIds: list(input['labelIds']),
        subscriberIds: list(input['subscriberIds']),
        creatorId: doer.userId,
        botActor: botOf(doer),
        assigneeId: input['assigneeId'] ?? null,
        parentId: input['parentId'] == null ? null : issue(input['parentId']).id,
        projectId: input['projectId'] ?? null,
        projectMilestoneId: input['projectMilestoneId'] ?? null,
        cycleId: input['cycleId'] ?? null,
        ...timesOf(stateId, {}),
      });
      numbers.set(team.id, number);
      identifiers.set(identifier, record.id);
      onEvent({ type: 'Issue', action: 'create', record, doer });
      return record;
    },

    updateIssue(id, input, doer) {
      const before = issue(id);
      checkReferences(input, input['teamId'] ?? before['teamId']);
      const changed: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(input)) {
        if (value !== undefined && plainFields.has(field) && before[field] !== value) changed[field] = value;
      }
      if (input['description'] !== undefined) {
        const description = markdown(input['description']);
        if (description !== before['description']) changed['description'] = description;
      }
      const labels = changedLabels(list(before['labelIds']), input);
      if (labels.added.length + labels.removed.length > 0) changed['labelIds'] = labels.all;
      if (Object.keys(changed).length === 0) return before;

      const record = write({
        ...before,
        ...changed,
        ...('stateId' in changed && timesOf(changed['stateId'], before)),
        updatedAt: iso(),
      });
      history(record.id, doer, {
        fromStateId: 'stateId' in changed ? before['stateId'] : null,
        toStateId: changed['stateId'] ?? null,
        updatedDescription: 'description' in changed ? true : null,
        addedLabelIds: labels.added.length > 0 ? labels.added : null,
        removedLabelIds: labels.removed.length > 0 ? labels.removed : null,
      });
      const updatedFrom = Object.fromEntries(Object.keys(changed).map((field) => [field, before[field]]));
      onEvent({ type: 'Issue', action: 'update', record, updatedFrom, doer });
      return record;
    },

    createComment(input, doer) {
      const on = issue(input['issueId']);
      const record = create('Comment', input, {
        issueId: on.id,
        parentId: input['parentId'] ?? null,
        body: markdown(input['body'] ?? ''),
        userId: doer.userId,
        botActor: botOf(doer),
        editedAt: null,
        url: `${String(on['url'])}#comment`,
      });
      for (const userId of list(input['subscriberIds'])) this.subscribe(on.id, String(userId));
      touch(on.id);
      onEvent({ type: 'Comment', action: 'create', record, doer });
      return record;
    },

    updateComment(id, input, doer, skipEditedAt = false) {
      const before = existing('Comment', id);
      const body = markdown(input['body'] ?? before['body']);
      for (const userId of list(input['subscriberIds']))
        this.subscribe(String(before['issueId']), String(userId));
      if (body === before['body']) return before;
      const record = write({
        ...before,
        body,
        updatedAt: iso(),
        editedAt: skipEditedAt ? before['editedAt'] : iso(),
      });
      touch(before['issueId']);
      onEvent({ type: 'Comment', action: 'update', record, updatedFrom: { body: before['body'] }, doer });
      return record;
    },

    createAttachment(input, doer) {
      const on = issue(input['issueId']);
      const fields = {
        title: input['title'],
        subtitle: input['subtitle'] ?? null,
        metadata: input['metadata'] ?? {},
        iconUrl: input['iconUrl'] ?? null,
      };
      const same = store.related('Attachment', 'issueId', on.id).find(({ url }) => url === input['url']);
      const record =
        same === undefined
          ? create('Attachment', input, {
              ...fields,
              url: input['url'],
              issueId: on.id,
              creatorId: doer.userId,
              sourceType: input['sourceType'] ?? null,
            })
          : write({ ...same, ...fields, updatedAt: iso() });
      touch(on.id);
      onEvent({ type: 'Attachment', action: same === undefined ? 'create' : 'update', record, doer });
      return record;
    },

    createDocument(input, doer) {
      const on = input['issueId'] == null ? undefined : issue(input['issueId']);
      const slugId = random.uuid().slice(0, 12);
      const record = create('Document', input, {
        title: input['title'],
        content: markdown(input['content'] ?? null),
        issueId: on?.id ?? null,
        teamId: input['teamId'] == null ? null : existing('Team', input['teamId']).id,
        creatorId: doer.userId,
        updatedById: doer.userId,
        trashed: null,
        slugId,
        url: `https://linear.app/example/document/${slugId}`,
      });
      touch(on?.id);
      onEvent({ type: 'Document', action: 'create', record, doer });
      return record;
    },

    updateDocument(id, input, doer) {
      const before = existing('Document', id);
      const record = write({
        ...before,
        title: input['title'] ?? before['title'],
        content: input['content'] === undefined ? before['content'] : markdown(input['content']),
        trashed: input['trashed'] ?? before['trashed'],
        updatedById: doer.userId,
        updatedAt: iso(),
      });
      touch(before['issueId']);
      onEvent({ type: 'Document', action: 'update', record, doer });
      return record;
    },

    subscribe(issueId, userId) {
      const before = issue(issueId);
      existing('User', userId);
      const subscriberIds = [...new Set([...list(before['subscriberIds']), userId])];
      return write({ ...before, subscriberIds });
    },

    remove(type, id, doer) {
      const record = existing(type, id);
      store.remove(type, id, now());
      if (type === 'Issue' || type === 'Comment' || type === 'Attachment' || type === 'Document') {
        onEvent({ type, action: 'remove', record, doer });
      }
    },
  };
  return world;
}

/** The initial state of a new issue: triage only if the team has no other. */
function defaultState(store: Store, teamId: string): LinearRecord | undefined {
  const states = store.related('WorkflowState', 'teamId', teamId);
  return states.find(({ type }) => type === 'backlog') ?? states[0];
}

function changedLabels(before: readonly unknown[], input: Fields) {
  const kept = input['labelIds'] == null ? before : list(input['labelIds']);
  const removed = new Set(list(input['removedLabelIds']));
  const all = [...new Set([...kept, ...list(input['addedLabelIds'])])].filter((id) => !removed.has(id));
  return {
    all,
    added: all.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !all.includes(id)),
  };
}

function list(...values: readonly unknown[]): unknown[] {
  return values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
}
