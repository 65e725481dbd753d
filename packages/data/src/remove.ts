import type { Role } from '@uat/config';
import { type Kamiwaza, NotFoundError } from '@uat/sdk';
import type { Belonging } from './ledger.ts';
import { removePolicyRule } from './policy-rule.ts';

/** A client as a role; `undefined` when the target has no credentials for it. */
export type ClientFor = (role: Role) => Kamiwaza | undefined;

const removers: Record<Belonging['kind'], (client: Kamiwaza, id: string) => Promise<unknown>> = {
  user: (client, id) => client.users.remove(id),
  pat: (client, id) => client.auth.revokePat(id),
  workroom: (client, id) => client.workrooms.remove(id),
  app: (client, id) => client.apps.purge(id),
  'policy rule': removePolicyRule,
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

/** How people name a thing. */
export function nameOf({ kind, name }: Belonging): string {
  return `the ${kind === 'pat' ? 'token' : kind} ${name}`;
}
