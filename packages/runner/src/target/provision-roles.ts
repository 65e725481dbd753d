import { randomBytes } from 'node:crypto';
import { ineligibility } from '@uat/intent/coverage';
import { registerSecrets, type Role, roles, type Session } from '@uat/config';
import { type ClientFor, resourceJournal, taggedName } from '@uat/data';
import { KamiwazaError } from '@uat/sdk';

export interface ProvisionOptions {
  runId: string;
  target: Session['target'];
  clientFor: ClientFor;
  journal: string;
  /** Receives a message for each role whose user could not be created. */
  say: (line: string) => void;
}

/**
 * Creates users for roles without credentials, through the administrator, when the target has that capability and
 * grant; gives their credentials. The users are in the run's resource journal and are removed with the run. If the
 * target refuses, the run continues, and tests that require the role are listed as not proven.
 */
export async function provisionRoles(options: ProvisionOptions): Promise<Session['target']['roles']> {
  const { runId, target, clientFor, journal, say } = options;
  const admin = clientFor('admin');
  const missing = roles.filter((role) => role !== 'admin' && target.roles[role] === undefined);
  if (admin === undefined || missing.length === 0) return {};
  if (ineligibility(['grant:users', 'capability:users'], target) !== undefined) return {};

  const made: [Role, { username: string; password: string }][] = [];
  for (const role of missing) {
    const username = taggedName(runId);
    const password = randomBytes(18).toString('base64url');
    registerSecrets([password]);
    resourceJournal(journal).announce(username);
    try {
      const email = `${username}@example.com`;
      const user = await admin.users.create({ username, email, password, roles: [role] });
      resourceJournal(journal).created({ kind: 'user', id: user.id, name: username });
      made.push([role, { username, password }]);
    } catch (error) {
      if (!(error instanceof KamiwazaError)) throw error;
      say(`role     ${role}: no user could be made for it (${error.message})`);
    }
  }
  return Object.fromEntries(made);
}
