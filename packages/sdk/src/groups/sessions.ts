import type { CallOptions, RequestFunction } from '../transport/request.ts';

/** The subject whose sessions to end; tenant and namespace default to those of a single-tenant platform. */
export interface Subject {
  readonly subject_id: string;
  readonly subject_namespace?: string;
  readonly tenant_id?: string;
}

/** Sessions of any user, for admins. */
export function sessionsGroup(request: RequestFunction) {
  return {
    /** Ends one session; its id is the `sid` claim of its tokens. */
    end: (sessionId: string, options: CallOptions = {}) =>
      request({ ...options, acceptEmpty: true }, (client, init) =>
        client.DELETE('/auth/sessions/{session_id}', {
          ...init,
          params: { path: { session_id: sessionId } },
        }),
      ),
    /** Ends every session of a subject and gives their number. */
    purge: (
      { subject_id, subject_namespace = 'user', tenant_id = '__default__' }: Subject,
      options: CallOptions = {},
    ) =>
      request(options, (client, init) =>
        client.POST('/auth/sessions/purge', { ...init, body: { tenant_id, subject_namespace, subject_id } }),
      ),
  };
}
