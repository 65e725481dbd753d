import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A user. */
export interface User {
  id: string;
  username: string;
  email: string | null;
  roles: string[];
  groups: string[];
  /** Absent for users of another identity provider. */
  passwordHash: string | undefined;
  active: boolean;
  external: boolean;
  createdAt: string;
  updatedAt: string;
}

/** A new user. */
export interface NewUser {
  username: string;
  email: string;
  roles: string[];
  passwordHash: string;
  /** Whether the user belongs to another identity provider. */
  external?: boolean;
}

/** Changes to a user; absent fields stay. */
export type UserChanges = Partial<Pick<User, 'username' | 'email' | 'roles' | 'active'>>;

/** The users of the realm. */
export interface Users {
  byId(id: string): User | undefined;
  byUsername(username: string): User | undefined;
  /** In the order of their creation. */
  list(): User[];
  add(user: NewUser): User;
  /** The changed user; undefined when there is none. */
  update(id: string, changes: UserChanges): User | undefined;
  remove(id: string): void;
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
  created_at: string;
  updated_at: string;
}

/** Users kept in `database`. */
export function createUsers(database: DatabaseSync): Users {
  const byId = database.prepare('SELECT * FROM users WHERE id = ?');
  const byUsername = database.prepare('SELECT * FROM users WHERE username = ?');
  const list = database.prepare('SELECT * FROM users ORDER BY created_at, rowid');
  const insert = database.prepare(
    'INSERT INTO users (id, username, email, roles, groups, password_hash, external, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE users SET username = ?, email = ?, roles = ?, active = ?, updated_at = ? WHERE id = ?',
  );
  const remove = database.prepare('DELETE FROM users WHERE id = ?');
  const setHash = database.prepare('UPDATE users SET password_hash = ?, updated_at = ? WHERE id = ?');
  const count = database.prepare('SELECT count(*) AS n FROM users');
  const userById = (id: string) => userFrom(byId.get(id) as Row | undefined);
  return {
    byId: userById,
    byUsername: (username) => userFrom(byUsername.get(username) as Row | undefined),
    list: () => list.all().flatMap((row) => userFrom(row as unknown as Row) ?? []),
    add({ username, email, roles, passwordHash, external = false }) {
      const id = randomUUID();
      const now = new Date().toISOString();
      insert.run(id, username, email, JSON.stringify(roles), '[]', passwordHash, Number(external), now, now);
      return {
        id,
        username,
        email,
        roles,
        groups: [],
        passwordHash,
        active: true,
        external,
        createdAt: now,
        updatedAt: now,
      };
    },
    update(id, changes) {
      const known = userById(id);
      if (!known) return undefined;
      const { username, email, roles, active } = { ...known, ...changes };
      update.run(username, email, JSON.stringify(roles), Number(active), new Date().toISOString(), id);
      return userById(id);
    },
    remove: (id) => void remove.run(id),
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
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
