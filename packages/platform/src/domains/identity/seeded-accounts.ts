import { randomBytes } from 'node:crypto';

/** A sign-in that works on a fresh platform. */
export interface Account {
  role: 'admin' | 'user' | 'viewer';
  username: string;
  password: string;
}

/** What is decided at the start about the passwords of the first accounts. */
export interface PasswordChoice {
  /** Of `admin`; comes before `random`. */
  admin?: string | undefined;
  /** Each account gets one that nobody can guess and that is no everyday word. */
  random?: boolean | undefined;
  /** An installation: an empty realm gets `admin` alone, with this one, and nothing is changed or told afterwards. */
  first?: string | undefined;
}

/** The accounts every fresh platform starts with. */
export function seededAccounts({ admin, random = false }: PasswordChoice = {}): Account[] {
  const password = (known: string) => (random ? randomBytes(18).toString('base64url') : known);
  return [
    { role: 'admin', username: 'admin', password: admin ?? password('kamiwaza') },
    { role: 'user', username: 'tester', password: password('testpass') },
    { role: 'viewer', username: 'testuser', password: password('testpass') },
  ];
}
