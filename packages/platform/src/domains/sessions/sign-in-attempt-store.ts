import type { DatabaseSync } from 'node:sqlite';

/** A browser sign-in that was started and not finished yet. */
export interface SignInAttempt {
  nonce: string;
  /** PKCE code verifier of the attempt. */
  verifier: string;
  /** What the browser that started it holds in a cookie. */
  binding: string;
  /** Where to land afterwards. */
  returnPath: string;
}

/** Browser sign-ins under way. */
export interface SignInAttempts {
  /** Remembers the attempt for ten minutes. */
  add(attempt: SignInAttempt): void;
  /** The attempt, once; a second time, or too late, there is none. */
  take(nonce: string): SignInAttempt | undefined;
  /** Removes those that took too long. */
  removeExpired(): void;
}

/** How long a sign-in may take, in seconds. */
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
