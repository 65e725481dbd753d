import type { LinearRecord } from '../world/record.ts';
import type { Store } from '../world/store.ts';
import type { Doer, WorldEvent } from '../world/world.ts';

/** How Linear names the acting app: not documented for `actor=app`, so a receiver must support both. */
export type AppActor = 'user' | 'oauth-client';

/** The body of a delivery, without the time of sending. */
export function payload(
  event: WorldEvent,
  store: Store,
  { webhookId, appActor, at }: { webhookId: string; appActor: AppActor; at: number },
): Record<string, unknown> {
  const { type, action, record, updatedFrom, doer } = event;
  const common = {
    action,
    type,
    createdAt: new Date(at).toISOString(),
    organizationId: store.all('Organization')[0]?.id ?? '',
    webhookId,
  };
  if (type === 'OAuthApp') return { ...common, oauthClientId: record.id };
  const actor = actorPayload(doer, store, appActor);
  if (type === 'IssueSLA') return { ...common, issueData: issueData(record, store), url: record['url'] };
  return {
    ...common,
    actor,
    data: type === 'Issue' ? issueData(record, store) : plainData(record),
    ...(updatedFrom !== undefined && { updatedFrom }),
    url: record['url'],
  };
}

function actorPayload(
  { userId, bot }: Doer,
  store: Store,
  appActor: AppActor,
): Record<string, unknown> | null {
  if (bot !== undefined) return { id: bot.id, service: bot.type, type: 'integration' };
  const user = store.get('User', userId);
  if (user === undefined) return null;
  if (user['app'] === true && appActor === 'oauth-client') {
    return { id: `client-of-${user.id}`, name: user['name'], type: 'oauthClient' };
  }
  return { id: user.id, name: user['name'], email: user['email'], url: user['url'], type: 'user' };
}

/** An issue as included in events: with its state, labels and team, without attachments and documents. */
function issueData(record: LinearRecord, store: Store): Record<string, unknown> {
  const { kind: _kind, botActor, ...data } = record;
  const labelIds = Array.isArray(record['labelIds']) ? record['labelIds'] : [];
  return {
    ...data,
    botActor: botActor == null ? null : JSON.stringify(botActor),
    state: pick(store.get('WorkflowState', record['stateId']), ['id', 'name', 'type', 'color']),
    team: pick(store.get('Team', record['teamId']), ['id', 'key', 'name']),
    labels: labelIds.flatMap(
      (id) => pick(store.get('IssueLabel', id), ['id', 'name', 'color', 'parentId']) ?? [],
    ),
    project: pick(store.get('Project', record['projectId']), ['id', 'name', 'url']),
    projectMilestone: pick(store.get('ProjectMilestone', record['projectMilestoneId']), ['id', 'name']),
    previousIdentifiers: [],
    priorityLabel: 'No priority',
    prioritySortOrder: 0,
    sortOrder: 0,
    reactionData: [],
    releases: [],
  };
}

/** A document's event does not name its issue, as in the types of `@linear/sdk`. */
function plainData({ kind, ...data }: LinearRecord): Record<string, unknown> {
  if (kind !== 'Document') return data;
  const { issueId: _hidden, ...visible } = data;
  return visible;
}

function pick(
  record: LinearRecord | undefined,
  fields: readonly string[],
): Record<string, unknown> | undefined {
  return record && Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
}
