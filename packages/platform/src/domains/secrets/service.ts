import type { Identity } from '../gateway/identity.ts';
import type { Foundation } from '../../foundation.ts';
import type { CatalogSecret } from './catalog-secret.ts';

/** Credentials that users stored for the platform to use. */
export interface SecretService {
  /** Whether the caller may use, see and remove a secret. */
  mayReach(secret: CatalogSecret, caller: Identity): boolean;
  /** The value under a URN; undefined when there is none, or when it is not the caller's. */
  valueFor(urn: string, caller: Identity): string | undefined;
  /** The API representation of a secret, without its value. */
  shown(secret: CatalogSecret): Record<string, unknown>;
}

/** Creates the secret service. */
export function createSecretService({ store }: Pick<Foundation, 'store'>): SecretService {
  const self: SecretService = {
    mayReach: ({ ownerId }, { sub, roles }) => ownerId === sub || roles.includes('admin'),
    valueFor(urn, caller) {
      const secret = store.catalogSecrets.byId(urn);
      return secret && self.mayReach(secret, caller) ? secret.value : undefined;
    },
    shown: ({ urn, name, owner, description, createdAt, updatedAt }) => ({
      urn,
      name,
      value: null,
      owner,
      description,
      workroom_id: null,
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
  return self;
}
