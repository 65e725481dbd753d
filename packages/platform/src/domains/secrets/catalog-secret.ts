/** A credential that a user stored for the platform to use. It is never shown. */
export interface CatalogSecret {
  urn: string;
  name: string;
  value: string;
  ownerId: string;
  /** Name of the owner, as given by the creator. */
  owner: string;
  description: string | null;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}
