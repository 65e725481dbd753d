import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A person who can sign in. */
export interface User {
  id: string;
  username: string;
  email: string | null;
  roles: string[];
  groups: string[];
  /** Absent for people who sign in elsewhere. */
  passwordHash: string | undefined;
  active: boolean;
  external: boolean;
}

/** A person to add. */
export interface NewUser {
  username: string;
  email: string;
  roles: string[];
  passwordHash: string;
}

/** Typed access to the people of the realm. */
export interface Users {
  byId(id: string): User | undefined;
  byUsername(username: string): User | undefined;
  add(user: NewUser): User;
  setPasswordHash(id: string, passwordHash: string): void;
  count(): number;
}

interface Row {
  id: string;
  username: string;
  email: string | null;
  roles: string;
  groups: string;
  password_hash: string | null;
  active: number;
  external: number;
}

/** People kept in `database`. */
export function createUsers(database: DatabaseSync): Users {
  const byId = database.prepare('SELECT * FROM users WHERE id = ?');
  const byUsername = database.prepare('SELECT * FROM users WHERE username = ?');
  const insert = database.prepare(
    'INSERT INTO users (id, username, email, roles, groups, password_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const setHash = database.prepare('UPDATE users SET password_hash = ?, updated_at = ? WHERE id = ?');
  const count = database.prepare('SELECT count(*) AS n FROM users');
  return {
    byId: (id) => userFrom(byId.get(id) as Row | undefined),
    byUsername: (username) => userFrom(byUsername.get(username) as Row | undefined),
    add({ username, email, roles, passwordHash }) {
      const id = randomUUID();
      const now = new Date().toISOString();
      insert.run(id, username, email, JSON.stringify(roles), '[]', passwordHash, now, now);
      return { id, username, email, roles, groups: [], passwordHash, active: true, external: false };
    },
    setPasswordHash: (id, hash) => void setHash.run(hash, new Date().toISOString(), id),
    count: () => Number(count.get()?.n),
  };
}

function userFrom(row: Row | undefined): User | undefined {
  if (!row) return undefined;
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    roles: JSON.parse(row.roles),
    groups: JSON.parse(row.groups),
    passwordHash: row.password_hash ?? undefined,
    active: row.active === 1,
    external: row.external === 1,
  };
}
