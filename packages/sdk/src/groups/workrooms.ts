import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { WorkroomCreate, WorkroomInvitation, WorkroomLeave } from '../generated/schema.ts';

/** Shared workrooms; a session is bound to one of them or to none. */
export function workroomsGroup(request: RequestFunction) {
  return {
    create: (workroom: WorkroomCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/workrooms/', { ...init, body: workroom })),
    /** The caller's workrooms. */
    list: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/workrooms/', init)),
    get: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/workrooms/{workroom_id}', { ...init, params: { path: { workroom_id: id } } }),
      ),
    remove: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/workrooms/{workroom_id}', { ...init, params: { path: { workroom_id: id } } }),
      ),
    /** Binds the caller's session to a workroom. */
    enter: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/workrooms/{workroom_id}/enter', { ...init, params: { path: { workroom_id: id } } }),
      ),
    leave: (leaving: WorkroomLeave = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/workrooms/leave', { ...init, body: leaving })),
    members: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/workrooms/{workroom_id}/members', { ...init, params: { path: { workroom_id: id } } }),
      ),
    addMember: (id: string, invitation: WorkroomInvitation, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/workrooms/{workroom_id}/members', {
          ...init,
          params: { path: { workroom_id: id } },
          body: { attested: true, ...invitation },
        }),
      ),
    /** Removes a member; one with active sessions in the workroom only with `confirm_active_sessions`. */
    removeMember: (
      id: string,
      userId: string,
      query: { confirm_active_sessions?: boolean } = {},
      options: CallOptions = {},
    ) =>
      request(options, (client, init) =>
        client.DELETE('/workrooms/{workroom_id}/members/{member_user_id}', {
          ...init,
          params: { path: { workroom_id: id, member_user_id: userId }, query },
        }),
      ),
  };
}
