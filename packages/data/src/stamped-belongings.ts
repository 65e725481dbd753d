import { roles as roleNames, type Session } from '@uat/config';
import type { Belonging } from './ledger.ts';
import { relationId, tupleIn } from './relation-id.ts';
import type { ClientFor } from './remove.ts';
import { type Stamp, stampIn } from './stamp.ts';

/** Something on a target that carries the stamp of a run. */
export interface StampedBelonging {
  belonging: Belonging;
  stamp: Stamp;
}

/**
 * What is on a target and carries a stamp of ours: users, models, deployments, files, secrets and relations, where an administrator can list them;
 * tokens that still work, workrooms and apps of each role that can sign in.
 */
export async function stampedBelongings(
  { roles, offers = [] }: Session['target'],
  clientFor: ClientFor,
): Promise<StampedBelonging[]> {
  const found: Belonging[] = [];
  const admin = offers.includes('users') ? clientFor('admin') : undefined;
  for (const { id, username } of (await admin?.users.list()) ?? []) {
    found.push({ kind: 'user', id, name: username });
  }
  const modelAdmin = offers.includes('models') ? clientFor('admin') : undefined;
  for (const { id, name } of (await modelAdmin?.models.list()) ?? []) {
    if (id) found.push({ kind: 'model', id, name });
  }
  const deploymentAdmin = offers.includes('deployments') ? clientFor('admin') : undefined;
  for (const { id, m_config_id, m_config_name } of (await deploymentAdmin?.serving.deployments()) ?? []) {
    if (!m_config_name) continue;
    found.push({ kind: 'model config', id: m_config_id, name: m_config_name });
    found.push({ kind: 'model deployment', id, name: m_config_name });
  }
  const fileAdmin = offers.includes('model-files') ? clientFor('admin') : undefined;
  for (const { id, name } of (await fileAdmin?.modelFiles.list()) ?? []) {
    if (id) found.push({ kind: 'model file', id, name });
  }
  const secretAdmin = offers.includes('secrets') ? clientFor('admin') : undefined;
  for (const { urn, name } of (await secretAdmin?.secrets.list()) ?? []) {
    found.push({ kind: 'secret', id: urn, name });
  }
  const relationAdmin = offers.includes('relations') ? clientFor('admin') : undefined;
  for (const record of (await relationAdmin?.relations.list()) ?? []) {
    found.push({ kind: 'relation', id: relationId(tupleIn(record)), name: record.resource_id });
  }
  for (const owner of roleNames.filter((role) => roles[role] !== undefined)) {
    const client = clientFor(owner);
    const { pats = [] } = (await client?.auth.pats()) ?? {};
    for (const { jti, name, revoked } of pats) {
      if (revoked !== true && name) found.push({ kind: 'pat', id: jti, name, owner });
    }
    const workrooms = offers.includes('workrooms') ? await client?.workrooms.list() : undefined;
    for (const { id, name } of workrooms?.items ?? []) found.push({ kind: 'workroom', id, name, owner });
    const apps = offers.includes('apps') ? await client?.apps.list() : undefined;
    // An administrator sees everybody's.
    for (const { id, name } of apps ?? []) {
      if (!found.some((known) => known.kind === 'app' && known.id === id))
        found.push({ kind: 'app', id, name, owner });
    }
  }
  return found.flatMap((belonging) => {
    const stamp = stampIn(belonging.name);
    return stamp === undefined ? [] : [{ belonging, stamp }];
  });
}
