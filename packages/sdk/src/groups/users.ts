import type { Ask, CallOptions } from '../transport/request.ts';
import type { UserCreate, UserUpdate } from '../schemas.ts';

/** Local users, for admins. */
export function usersGroup(ask: Ask) {
  return {
    list: (options: CallOptions = {}) =>
      ask({ operationId: 'users' }, options, (client, init) => client.GET('/auth/users/', init)),
    get: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'user' }, options, (client, init) =>
        client.GET('/auth/users/{user_id}', { ...init, params: { path: { user_id: id } } }),
      ),
    /** The user behind a subject or a local id. */
    resolve: (identifier: string, options: CallOptions = {}) =>
      ask({ operationId: 'resolveUser' }, options, (client, init) =>
        client.GET('/auth/users/resolve/{identifier}', { ...init, params: { path: { identifier } } }),
      ),
    create: (user: UserCreate, options: CallOptions = {}) =>
      ask({ operationId: 'createUser' }, options, (client, init) =>
        client.POST('/auth/users/local', { ...init, body: user }),
      ),
    /** Changes what is given and leaves the rest. */
    update: (id: string, changes: UserUpdate, options: CallOptions = {}) =>
      ask({ operationId: 'updateUser' }, options, (client, init) =>
        client.PUT('/auth/users/{user_id}', { ...init, params: { path: { user_id: id } }, body: changes }),
      ),
    /** Removes a user, and with it every session and token. */
    remove: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'removeUser' }, options, (client, init) =>
        client.DELETE('/auth/users/{user_id}', { ...init, params: { path: { user_id: id } } }),
      ),
    /** A new password without knowing the old one; ends the user's sessions. */
    setPassword: (id: string, password: string, options: CallOptions = {}) =>
      ask({ operationId: 'setPassword' }, options, (client, init) =>
        client.POST('/auth/users/{user_id}/password', {
          ...init,
          params: { path: { user_id: id } },
          body: { new_password: password },
        }),
      ),
  };
}
