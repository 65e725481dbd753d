import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A personal access token as the API shows it; the token itself is not stored. */
export interface Pat {
  id: string;
  jti: string;
  owner_id: string;
  name: string | null;
  scope: string;
  aud: string;
  /** Seconds since 1970. */
  exp: number;
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  revoked: boolean;
}

/** A new personal access token. */
export type NewPat = Pick<Pat, 'owner_id' | 'name' | 'scope' | 'aud' | 'exp'>;

/** All personal access tokens. */
export interface Pats {
  add(pat: NewPat): Pat;
  byJti(jti: string): Pat | undefined;
  /** Newest first. */
  ownedBy(ownerId: string): Pat[];
  /** Revokes a token, and returns whether `ownerId` owns it. Revoking twice is allowed. */
  revoke(ownerId: string, jti: string): boolean;
  revokeAll(ownerId: string): void;
}

type Row = Omit<Pat, 'revoked' | 'tenant_id'> & { revoked: number };

/** Personal access tokens kept in `database`. */
export function createPats(database: DatabaseSync): Pats {
  const insert = database.prepare(
    'INSERT INTO pats (id, jti, owner_id, name, scope, aud, exp, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const byJti = database.prepare('SELECT * FROM pats WHERE jti = ?');
  const ownedBy = database.prepare(
    'SELECT * FROM pats WHERE owner_id = ? ORDER BY created_at DESC, rowid DESC',
  );
  const revoke = database.prepare(
    'UPDATE pats SET revoked = 1, updated_at = ? WHERE owner_id = ? AND jti = ?',
  );
  const revokeAll = database.prepare(
    'UPDATE pats SET revoked = 1, updated_at = ? WHERE owner_id = ? AND revoked = 0',
  );
  return {
    add({ owner_id, name, scope, aud, exp }) {
      const id = randomUUID();
      const jti = randomUUID();
      const now = new Date().toISOString();
      insert.run(id, jti, owner_id, name, scope, aud, exp, now, now);
      return {
        id,
        jti,
        owner_id,
        name,
        scope,
        aud,
        exp,
        tenant_id: null,
        created_at: now,
        updated_at: now,
        revoked: false,
      };
    },
    byJti: (jti) => patFrom(byJti.get(jti) as Row | undefined),
    ownedBy: (ownerId) => ownedBy.all(ownerId).flatMap((row) => patFrom(row as unknown as Row) ?? []),
    revoke: (ownerId, jti) => Number(revoke.run(new Date().toISOString(), ownerId, jti).changes) > 0,
    revokeAll: (ownerId) => void revokeAll.run(new Date().toISOString(), ownerId),
  };
}

function patFrom(row: Row | undefined): Pat | undefined {
  return row && { ...row, tenant_id: null, revoked: row.revoked === 1 };
}
