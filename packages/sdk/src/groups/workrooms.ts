import type { Ask, CallOptions } from '../transport/request.ts';
import type { WorkroomCreate, WorkroomInvitation, WorkroomLeave } from '../schemas.ts';

/** Rooms that people work in together; a session stands in one of them or in none. */
export function workroomsGroup(ask: Ask) {
  return {
    create: (workroom: WorkroomCreate, options: CallOptions = {}) =>
      ask({ operationId: 'createWorkroom' }, options, (client, init) =>
        client.POST('/workrooms/', { ...init, body: workroom }),
      ),
    /** Those of the caller. */
    list: (options: CallOptions = {}) =>
      ask({ operationId: 'workrooms' }, options, (client, init) => client.GET('/workrooms/', init)),
    get: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'workroom' }, options, (client, init) =>
        client.GET('/workrooms/{workroom_id}', { ...init, params: { path: { workroom_id: id } } }),
      ),
    remove: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'removeWorkroom' }, options, (client, init) =>
        client.DELETE('/workrooms/{workroom_id}', { ...init, params: { path: { workroom_id: id } } }),
      ),
    /** Binds the caller's session to a workroom. */
    enter: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'enterWorkroom' }, options, (client, init) =>
        client.POST('/workrooms/{workroom_id}/enter', { ...init, params: { path: { workroom_id: id } } }),
      ),
    leave: (leaving: WorkroomLeave = {}, options: CallOptions = {}) =>
      ask({ operationId: 'leaveWorkroom' }, options, (client, init) =>
        client.POST('/workrooms/leave', { ...init, body: leaving }),
      ),
    members: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'workroomMembers' }, options, (client, init) =>
        client.GET('/workrooms/{workroom_id}/members', { ...init, params: { path: { workroom_id: id } } }),
      ),
    addMember: (id: string, invitation: WorkroomInvitation, options: CallOptions = {}) =>
      ask({ operationId: 'addWorkroomMember' }, options, (client, init) =>
        client.POST('/workrooms/{workroom_id}/members', {
          ...init,
          params: { path: { workroom_id: id } },
          body: { attested: true, ...invitation },
        }),
      ),
    /** Removes a member; one who is in the room at the moment only with `confirm_active_sessions`. */
    removeMember: (
      id: string,
      userId: string,
      query: { confirm_active_sessions?: boolean } = {},
      options: CallOptions = {},
    ) =>
      ask({ operationId: 'removeWorkroomMember' }, options, (client, init) =>
        client.DELETE('/workrooms/{workroom_id}/members/{member_user_id}', {
          ...init,
          params: { path: { workroom_id: id, member_user_id: userId }, query },
        }),
      ),
  };
}
