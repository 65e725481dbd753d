import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** A deployed app. */
export interface AppDeployment {
  id: string;
  name: string;
  templateId: string;
  ownerId: string;
  /** The session it was started in; null for one that was started with a personal access token. */
  ownerSession: string | null;
  /** Whether it is removed when that session ends. */
  ephemeral: boolean;
  /** The workroom of the app; null for one that is open to all users. */
  workroomId: string | null;
  /** Token by which the app identifies itself. */
  sessionToken: string;
  status: 'DEPLOYED' | 'STOPPED';
  requestedAt: string;
  lastSeenAt: string | null;
}

/** An app to start. */
export type NewAppDeployment = Pick<
  AppDeployment,
  'name' | 'templateId' | 'ownerId' | 'ownerSession' | 'ephemeral' | 'workroomId'
>;

/** All deployed apps. */
export interface AppDeployments {
  add(app: NewAppDeployment): AppDeployment;
  byId(id: string): AppDeployment | undefined;
  bySessionToken(token: string): AppDeployment | undefined;
  /** In the order in which they were started. */
  list(): AppDeployment[];
  setStatus(id: string, status: AppDeployment['status']): void;
  /** Records that the app has just been seen. */
  touch(id: string): void;
  remove(id: string): void;
}

/** Deployed apps kept in `database`. */
export function createAppDeployments(database: DatabaseSync): AppDeployments {
  const insert = database.prepare(
    `INSERT INTO app_deployments (id, name, template_id, owner_id, owner_session, ephemeral, workroom_id,
       session_token, status, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare('SELECT * FROM app_deployments WHERE id = ?');
  const byToken = database.prepare('SELECT * FROM app_deployments WHERE session_token = ?');
  const list = database.prepare('SELECT * FROM app_deployments ORDER BY requested_at, rowid');
  const setStatus = database.prepare('UPDATE app_deployments SET status = ? WHERE id = ?');
  const touch = database.prepare('UPDATE app_deployments SET last_seen_at = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM app_deployments WHERE id = ?');
  return {
    add(asked) {
      const { name, templateId, ownerId, ownerSession, ephemeral, workroomId } = asked;
      const id = randomUUID();
      const token = randomBytes(24).toString('base64url');
      const now = new Date().toISOString();
      const kept = [id, name, templateId, ownerId, ownerSession, Number(ephemeral), workroomId];
      insert.run(...kept, token, 'DEPLOYED', now);
      return {
        ...asked,
        id,
        sessionToken: token,
        status: 'DEPLOYED',
        requestedAt: now,
        lastSeenAt: null,
      };
    },
    byId(id) {
      const row = byId.get(id);
      return row && appFrom(row);
    },
    bySessionToken(token) {
      const row = byToken.get(token);
      return row && appFrom(row);
    },
    list: () => list.all().map(appFrom),
    setStatus: (id, status) => void setStatus.run(status, id),
    touch: (id) => void touch.run(new Date().toISOString(), id),
    remove: (id) => void remove.run(id),
  };
}

function appFrom(row: Record<string, SQLOutputValue>): AppDeployment {
  const textOrNull = (value: SQLOutputValue | undefined) => (value === null ? null : String(value));
  return {
    id: String(row['id']),
    name: String(row['name']),
    templateId: String(row['template_id']),
    ownerId: String(row['owner_id']),
    ownerSession: textOrNull(row['owner_session']),
    ephemeral: row['ephemeral'] === 1,
    workroomId: textOrNull(row['workroom_id']),
    sessionToken: String(row['session_token']),
    status: row['status'] === 'STOPPED' ? 'STOPPED' : 'DEPLOYED',
    requestedAt: String(row['requested_at']),
    lastSeenAt: textOrNull(row['last_seen_at']),
  };
}
