/** A sign-in that works on a fresh platform. */
export interface Account {
  role: 'admin' | 'user' | 'viewer';
  username: string;
  password: string;
}

/** The accounts every fresh platform starts with. */
export function seededAccounts(adminPassword = 'kamiwaza'): Account[] {
  return [
    { role: 'admin', username: 'admin', password: adminPassword },
    { role: 'user', username: 'tester', password: 'testpass' },
    { role: 'viewer', username: 'testuser', password: 'testpass' },
  ];
}
