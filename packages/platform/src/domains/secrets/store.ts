import type { DatabaseSync } from 'node:sqlite';

/** A credential that somebody left with the platform, to be used by it and shown to nobody. */
export interface CatalogSecret {
  urn: string;
  name: string;
  value: string;
  /** Who left it. */
  ownerId: string;
  /** Whose it is, by the name that its creator gave. */
  owner: string;
  description: string | null;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}

/** The credentials that people left with the platform. */
export interface CatalogSecrets {
  /** In the order in which they came. */
  list(): CatalogSecret[];
  byUrn(urn: string): CatalogSecret | undefined;
  save(secret: CatalogSecret): void;
  remove(urn: string): void;
}

/** Secrets kept in `database`, as private as the data folder. */
export function createCatalogSecrets(database: DatabaseSync): CatalogSecrets {
  const list = database.prepare('SELECT document FROM catalog_secrets ORDER BY rowid');
  const byUrn = database.prepare('SELECT document FROM catalog_secrets WHERE urn = ?');
  const save = database.prepare(
    'INSERT INTO catalog_secrets (urn, document) VALUES (?, ?) ON CONFLICT (urn) DO UPDATE SET document = excluded.document',
  );
  const remove = database.prepare('DELETE FROM catalog_secrets WHERE urn = ?');
  const read = (row: Record<string, unknown>): CatalogSecret => JSON.parse(String(row['document']));
  return {
    list: () => list.all().map(read),
    byUrn(urn) {
      const row = byUrn.get(urn);
      return row && read(row);
    },
    save: (secret) => void save.run(secret.urn, JSON.stringify(secret)),
    remove: (urn) => void remove.run(urn),
  };
}
