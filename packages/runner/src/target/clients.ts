import type { Role, Session } from '@uat/config';
import { type ClientFor, recordSession, sessionIn } from '@uat/data';
import { createKamiwaza, type Kamiwaza } from '@uat/sdk';

/**
 * Clients for the roles of a target, each signed in at most once. Their sign-in sessions are recorded in the file
 * `sessions`, for `signOutEverywhere`.
 */
export function clientsFor({ url, roles, budgets }: Session['target'], sessions: string): ClientFor {
  const known = new Map<Role, Kamiwaza>();
  return (role) => {
    const credentials = roles[role];
    if (credentials === undefined) return undefined;
    const client =
      known.get(role) ??
      createKamiwaza({
        baseUrl: `${url}/api`,
        credentials:
          'token' in credentials ? { kind: 'token', ...credentials } : { kind: 'password', ...credentials },
        timeoutMs: (budgets.request ?? 20) * 1000,
        onResponse(answer) {
          const session = sessionIn(answer);
          if (session !== undefined) recordSession(sessions, session);
        },
      });
    known.set(role, client);
    return client;
  };
}
