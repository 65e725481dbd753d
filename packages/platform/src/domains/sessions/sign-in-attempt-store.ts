import type { DatabaseSync } from 'node:sqlite';

/** A pending browser sign-in. */
export interface SignInAttempt {
  nonce: string;
  /** PKCE code verifier of the attempt. */
  verifier: string;
  /** The value of the browser's cookie. */
  binding: string;
  /** The path to return to. */
  returnPath: string;
}

/** Pending browser sign-ins. */
export interface SignInAttempts {
  /** Stores the attempt for ten minutes. */
  add(attempt: SignInAttempt): void;
  /** Removes and returns an attempt; undefined when it is gone or expired. */
  take(nonce: string): SignInAttempt | undefined;
  /** Removes expired attempts. */
  removeExpired(): void;
}

/** Time limit of a sign-in, in seconds. */
export const attemptSeconds = 600;

/** Attempts kept in `database`. */
export function createSignInAttempts(database: DatabaseSync): SignInAttempts {
  const insert = database.prepare(
    'INSERT INTO sign_in_attempts (nonce, verifier, binding, return_path, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const take = database.prepare('DELETE FROM sign_in_attempts WHERE nonce = ? RETURNING *');
  const removeExpired = database.prepare('DELETE FROM sign_in_attempts WHERE expires_at < ?');
  const now = () => Math.floor(Date.now() / 1000);
  return {
    add: ({ nonce, verifier, binding, returnPath }) =>
      void insert.run(nonce, verifier, binding, returnPath, now() + attemptSeconds),
    removeExpired: () => void removeExpired.run(now()),
    take(nonce) {
      const row = take.get(nonce);
      if (!row || Number(row.expires_at) < now()) return undefined;
      return {
        nonce,
        verifier: String(row.verifier),
        binding: String(row.binding),
        returnPath: String(row.return_path),
      };
    },
  };
}
