import type { Role } from '@uat/config';
import { AuthorizationError, type Kamiwaza, NotFoundError } from '@uat/sdk';
import type { Belonging } from './resource-journal.ts';
import { removePolicyRule } from './policy-rule.ts';
import { relationIn } from './relation-id.ts';
import { putSettingsBack } from './tagged-security-settings.ts';

/** A client as a role; `undefined` when the target has no credentials for it. */
export type ClientFor = (role: Role) => Kamiwaza | undefined;

const removers: Record<Belonging['kind'], (client: Kamiwaza, id: string) => Promise<unknown>> = {
  user: (client, id) => client.users.remove(id),
  pat: (client, id) => client.auth.revokePat(id),
  workroom: (client, id) => client.workrooms.remove(id),
  app: (client, id) => client.apps.purge(id),
  secret: (client, urn) => client.secrets.remove(urn),
  'policy rule': removePolicyRule,
  'security settings': putSettingsBack,
  model: removeModel,
  'model deployment': (client, id) => client.serving.remove(id, { force: true }),
  'model config': removeModelConfig,
  'model file': (client, id) => client.modelFiles.remove(id),
  relation: (client, id) => client.relations.remove(relationIn(id)),
};

/**
 * Removes one thing from the target. That it is gone already is fine.
 * @throws the client's error when the target does not remove it; Error when nobody can.
 */
export async function removeBelonging(belonging: Belonging, clientFor: ClientFor): Promise<void> {
  const role = 'owner' in belonging ? belonging.owner : 'admin';
  const client = clientFor(role);
  if (client === undefined) throw new Error(`nobody can sign in as ${role} to remove ${nameOf(belonging)}`);
  try {
    await removers[belonging.kind](client, belonging.id);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

// Some targets say of a model that is gone that nobody may have it; the catalogue tells the two apart.
async function removeModel(client: Kamiwaza, id: string): Promise<void> {
  try {
    await client.models.remove(id, { force: true });
  } catch (error) {
    if (!(error instanceof AuthorizationError)) throw error;
    const models = await client.models.list();
    if (models.some((model) => model.id === id)) throw error;
  }
}

// What was deployed by it, in the console say, goes before it.
async function removeModelConfig(client: Kamiwaza, id: string): Promise<void> {
  const deployed = (await client.serving.deployments()).filter((one) => one.m_config_id === id);
  for (const one of deployed) await client.serving.remove(one.id, { force: true });
  await client.modelConfigs.remove(id);
}

/** How people name a thing. */
export function nameOf({ kind, name }: Belonging): string {
  if (kind === 'relation') return `the relation to ${name}`;
  return `the ${kind === 'pat' ? 'token' : kind} ${name}`;
}
