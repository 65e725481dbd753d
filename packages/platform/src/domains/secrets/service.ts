import type { Identity } from '../gateway/identity.ts';
import type { Foundation } from '../../services.ts';
import type { CatalogSecret } from './store.ts';

/** The decisions about credentials that people left with the platform. */
export interface SecretParts {
  /** Whether somebody may use a secret, look at what it is, and remove it. */
  mayReach(secret: CatalogSecret, caller: Identity): boolean;
  /** What a caller may use under a URN; undefined when there is none, or it is somebody else's. */
  valueFor(urn: string, caller: Identity): string | undefined;
  /** A secret as the API shows it: without its value. */
  shown(secret: CatalogSecret): Record<string, unknown>;
}

/** The decisions in their true form; each reaches the others through `own()`, at the time of the call. */
export function createSecretParts({ store }: Foundation, own: () => SecretParts): SecretParts {
  return {
    mayReach: ({ ownerId }, { sub, roles }) => ownerId === sub || roles.includes('admin'),
    valueFor(urn, caller) {
      const secret = store.catalogSecrets.byUrn(urn);
      return secret && own().mayReach(secret, caller) ? secret.value : undefined;
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
}
