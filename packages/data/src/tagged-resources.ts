import { type Capability, roles as roleNames, type Session } from '@uat/config';
import type { Resource } from './resource-journal.ts';
import { relationId, tupleIn } from './relation-id.ts';
import type { ClientFor } from './remove-resource.ts';
import { type RunTag, runTagIn } from './run-tag.ts';

/** A resource on a target whose name carries the tag of a run. */
export interface TaggedResource {
  resource: Resource;
  runTag: RunTag;
}

/**
 * Resources on a target whose name carries a run tag: users, models, deployments, files, secrets and relations that an
 * administrator can list; valid tokens, workrooms and apps of each role that can sign in. Limited to `kinds`, if given.
 * @throws the client's error when the target does not list them.
 */
export async function taggedResources(
  { roles, capabilities = [] }: Session['target'],
  clientFor: ClientFor,
  kinds?: ReadonlySet<Resource['kind']>,
): Promise<TaggedResource[]> {
  const found: Resource[] = [];
  const isIncluded = (kind: Resource['kind']) => kinds?.has(kind) ?? true;
  const lister = (capability: Capability, ...listed: Resource['kind'][]) =>
    capabilities.includes(capability) && listed.some(isIncluded) ? clientFor('admin') : undefined;
  for (const { id, username } of (await lister('users', 'user')?.users.list()) ?? []) {
    found.push({ kind: 'user', id, name: username });
  }
  for (const { id, name } of (await lister('models', 'model')?.models.list()) ?? []) {
    if (id) found.push({ kind: 'model', id, name });
  }
  for (const { id, m_config_id, m_config_name } of (await lister(
    'deployments',
    'model deployment',
    'model config',
  )?.serving.deployments()) ?? []) {
    if (!m_config_name) continue;
    found.push({ kind: 'model config', id: m_config_id, name: m_config_name });
    found.push({ kind: 'model deployment', id, name: m_config_name });
  }
  for (const { id, name } of (await lister('model-files', 'model file')?.modelFiles.list()) ?? []) {
    if (id) found.push({ kind: 'model file', id, name });
  }
  for (const { urn, name } of (await lister('secrets', 'secret')?.secrets.list()) ?? []) {
    found.push({ kind: 'secret', id: urn, name });
  }
  for (const record of (await lister('relations', 'relation')?.relations.list()) ?? []) {
    found.push({ kind: 'relation', id: relationId(tupleIn(record)), name: record.resource_id });
  }
  for (const owner of roleNames.filter((role) => roles[role] !== undefined)) {
    const client = clientFor(owner);
    const { pats = [] } = (isIncluded('pat') ? await client?.auth.pats() : undefined) ?? {};
    for (const { jti, name, revoked } of pats) {
      if (revoked !== true && name) found.push({ kind: 'pat', id: jti, name, owner });
    }
    const workrooms =
      capabilities.includes('workrooms') && isIncluded('workroom')
        ? await client?.workrooms.list()
        : undefined;
    for (const { id, name } of workrooms?.items ?? []) found.push({ kind: 'workroom', id, name, owner });
    const apps = capabilities.includes('apps') && isIncluded('app') ? await client?.apps.list() : undefined;
    // An administrator sees the apps of all users.
    for (const { id, name } of apps ?? []) {
      if (!found.some((known) => known.kind === 'app' && known.id === id))
        found.push({ kind: 'app', id, name, owner });
    }
  }
  return found.flatMap((resource) => {
    const runTag = runTagIn(resource.name);
    return runTag === undefined ? [] : [{ resource, runTag }];
  });
}
