import type { Role } from '@uat/config';
import { AuthorizationError, type Kamiwaza, NotFoundError } from '@uat/sdk';
import type { Resource } from './resource-journal.ts';
import { removePolicyRule } from './policy-rule.ts';
import { relationIn } from './relation-id.ts';
import { restoreSecuritySettings } from './tagged-security-settings.ts';

/** A client as a role; `undefined` when the target has no credentials for it. */
export type ClientFor = (role: Role) => Kamiwaza | undefined;

const removers: Record<Resource['kind'], (client: Kamiwaza, id: string) => Promise<unknown>> = {
  user: (client, id) => client.users.remove(id),
  pat: (client, id) => client.auth.revokePat(id),
  workroom: (client, id) => client.workrooms.remove(id),
  app: (client, id) => client.apps.purge(id),
  secret: (client, urn) => client.secrets.remove(urn),
  'policy rule': removePolicyRule,
  'security settings': restoreSecuritySettings,
  model: removeModel,
  'model deployment': (client, id) => client.serving.remove(id, { force: true }),
  'model config': removeModelConfig,
  'model file': (client, id) => client.modelFiles.remove(id),
  relation: (client, id) => client.relations.remove(relationIn(id)),
};

/**
 * Removes a resource from the target. One that no longer exists counts as removed.
 * @throws the client's error when the target does not remove it; Error without credentials for the role that could.
 */
export async function removeResource(resource: Resource, clientFor: ClientFor): Promise<void> {
  const role = 'owner' in resource ? resource.owner : 'admin';
  const client = clientFor(role);
  if (client === undefined)
    throw new Error(`there are no credentials of ${role} to remove ${describeResource(resource)}`);
  try {
    await removers[resource.kind](client, resource.id);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

// Some targets answer 403 for a model that no longer exists; the catalogue shows whether it does.
async function removeModel(client: Kamiwaza, id: string): Promise<void> {
  try {
    await client.models.remove(id, { force: true });
  } catch (error) {
    if (!(error instanceof AuthorizationError)) throw error;
    const models = await client.models.list();
    if (models.some((model) => model.id === id)) throw error;
  }
}

// Deployments of the config, such as those made in the console, have to be removed first.
async function removeModelConfig(client: Kamiwaza, id: string): Promise<void> {
  const deployed = (await client.serving.deployments()).filter((one) => one.m_config_id === id);
  for (const one of deployed) await client.serving.remove(one.id, { force: true });
  await client.modelConfigs.remove(id);
}

/** A resource's kind and name, for messages. */
export function describeResource({ kind, name }: Resource): string {
  if (kind === 'relation') return `the relation to ${name}`;
  return `the ${kind === 'pat' ? 'token' : kind} ${name}`;
}
