import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Records of the OpenID provider: codes, refresh tokens, grants, browser sessions, interactions. */
export interface OidcRecords {
  /** Storage adapter for one kind of record. */
  adapter(model: string): Adapter;
  /** The grant behind a refresh token, whether or not the token still works. */
  grantOfRefreshToken(token: string): string | undefined;
  /** Removes a grant with its codes and tokens. */
  removeGrant(grantId: string): void;
  /** Removes the browser session that a grant came from, so that the browser has to sign in again. */
  removeBrowserSessionOf(grantId: string): void;
  /** Removes a user's browser sessions and pending sign-ins, except the one of `keptGrantId`. */
  removeBrowserSessions(accountId: string, keptGrantId?: string): void;
  /** Removes expired records. */
  removeExpired(): void;
}

/**
 * Seconds during which a refresh token that was just exchanged may be exchanged again. Two tabs of one browser
 * share the cookie and refresh at the same moment; without this the slower one would end the session for both.
 */
export const reuseGraceSeconds = 30;

/** Records kept in `database`. */
export function createOidcRecords(database: DatabaseSync): OidcRecords {
  const find = database.prepare('SELECT payload, consumed_at FROM oidc_records WHERE model = ? AND id = ?');
  const findByUid = database.prepare('SELECT id FROM oidc_records WHERE model = ? AND uid = ?');
  const upsert = database.prepare(
    `INSERT INTO oidc_records (model, id, payload, grant_id, uid, expires_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
       uid = excluded.uid, expires_at = excluded.expires_at`,
  );
  // The first exchange counts: a second one within the grace period does not extend it.
  const consume = database.prepare(
    'UPDATE oidc_records SET consumed_at = coalesce(consumed_at, ?) WHERE model = ? AND id = ?',
  );
  const destroy = database.prepare('DELETE FROM oidc_records WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM oidc_records WHERE model = ? AND grant_id = ?');
  const grantOf = database.prepare(
    "SELECT grant_id FROM oidc_records WHERE model = 'RefreshToken' AND id = ?",
  );
  const removeGrant = database.prepare(
    "DELETE FROM oidc_records WHERE grant_id = ? OR (model = 'Grant' AND id = ?)",
  );
  const cameFrom = `EXISTS (SELECT 1 FROM json_each(payload, '$.authorizations') WHERE value ->> '$.grantId' = ?)`;
  const removeBrowserSessionOf = database.prepare(
    `DELETE FROM oidc_records WHERE model = 'Session' AND ${cameFrom}`,
  );
  const removeBrowserSessions = database.prepare(
    `DELETE FROM oidc_records WHERE
       (model = 'Session' AND payload ->> '$.accountId' = ? AND NOT ${cameFrom}) OR
       (model = 'Interaction' AND payload ->> '$.result.login.accountId' = ?)`,
  );
  const removeExpired = database.prepare('DELETE FROM oidc_records WHERE expires_at < ?');
  const now = () => Math.floor(Date.now() / 1000);

  function load(model: string, id: string): AdapterPayload | undefined {
    const row = find.get(model, id);
    if (!row) return undefined;
    const payload: AdapterPayload = JSON.parse(String(row.payload));
    const spent =
      row.consumed_at !== null &&
      !(model === 'RefreshToken' && now() - Number(row.consumed_at) < reuseGraceSeconds);
    return spent ? { ...payload, consumed: row.consumed_at } : payload;
  }

  return {
    adapter: (model) => ({
      find: async (id) => load(model, id),
      async findByUid(uid) {
        const row = findByUid.get(model, uid);
        return row && load(model, String(row.id));
      },
      // Only the device flow has user codes, and that is off.
      findByUserCode: async () => undefined,
      async upsert(id, payload, expiresIn) {
        const { grantId = null, uid = null } = payload;
        const expiresAt = expiresIn === undefined ? null : now() + expiresIn;
        upsert.run(model, id, JSON.stringify(payload), grantId, uid, expiresAt);
      },
      consume: async (id) => void consume.run(now(), model, id),
      destroy: async (id) => void destroy.run(model, id),
      revokeByGrantId: async (grantId) => void revoke.run(model, grantId),
    }),
    grantOfRefreshToken(token) {
      const grantId = grantOf.get(token)?.grant_id;
      return typeof grantId === 'string' ? grantId : undefined;
    },
    removeGrant: (grantId) => void removeGrant.run(grantId, grantId),
    removeBrowserSessionOf: (grantId) => void removeBrowserSessionOf.run(grantId),
    removeBrowserSessions: (accountId, keptGrantId = '') =>
      void removeBrowserSessions.run(accountId, keptGrantId, accountId),
    removeExpired: () => void removeExpired.run(now()),
  };
}
