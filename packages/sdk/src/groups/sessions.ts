import type { Ask, CallOptions } from '../transport/request.ts';

/** Whose sessions to end; tenant and namespace are those of a platform that has one of each. */
export interface Subject {
  readonly subject_id: string;
  readonly subject_namespace?: string;
  readonly tenant_id?: string;
}

/** Sessions of others, for admins. */
export function sessionsGroup(ask: Ask) {
  return {
    /** Ends one session; its id is the `sid` claim of its tokens. */
    end: (sessionId: string, options: CallOptions = {}) =>
      ask({ operationId: 'endSession', mayBeEmpty: true }, options, (client, init) =>
        client.DELETE('/auth/sessions/{session_id}', {
          ...init,
          params: { path: { session_id: sessionId } },
        }),
      ),
    /** Ends every session of a subject and tells how many there were. */
    purge: (
      { subject_id, subject_namespace = 'user', tenant_id = '__default__' }: Subject,
      options: CallOptions = {},
    ) =>
      ask({ operationId: 'purgeSessions' }, options, (client, init) =>
        client.POST('/auth/sessions/purge', { ...init, body: { tenant_id, subject_namespace, subject_id } }),
      ),
  };
}
