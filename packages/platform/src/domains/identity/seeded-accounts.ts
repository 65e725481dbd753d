import { randomBytes } from 'node:crypto';

/** Credentials that work on a fresh platform. */
export interface Account {
  role: 'admin' | 'user' | 'viewer';
  username: string;
  password: string;
}

/** Passwords of the first accounts. */
export interface PasswordChoice {
  /** Password of `admin`; takes precedence over `random`. */
  admin?: string | undefined;
  /** Gives each account a password that cannot be guessed. */
  random?: boolean | undefined;
  /** For an installation: an empty realm gets only `admin`, with this password, which is never changed or shown later. */
  first?: string | undefined;
}

/** The accounts of a fresh platform. */
export function seededAccounts({ admin, random = false }: PasswordChoice = {}): Account[] {
  const password = (known: string) => (random ? randomBytes(18).toString('base64url') : known);
  return [
    { role: 'admin', username: 'admin', password: admin ?? password('kamiwaza') },
    { role: 'user', username: 'tester', password: password('testpass') },
    { role: 'viewer', username: 'testuser', password: password('testpass') },
  ];
}
