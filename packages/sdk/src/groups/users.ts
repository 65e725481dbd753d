import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { UserCreate, UserUpdate } from '../generated/schema.ts';

/** Local users, for admins. */
export function usersGroup(request: RequestFunction) {
  return {
    list: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/auth/users/', init)),
    get: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/auth/users/{user_id}', { ...init, params: { path: { user_id: id } } }),
      ),
    /** The user with this subject or local id. */
    resolve: (identifier: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/auth/users/resolve/{identifier}', { ...init, params: { path: { identifier } } }),
      ),
    create: (user: UserCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/auth/users/local', { ...init, body: user })),
    /** Changes the given fields and leaves the rest. */
    update: (id: string, changes: UserUpdate, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.PUT('/auth/users/{user_id}', { ...init, params: { path: { user_id: id } }, body: changes }),
      ),
    /** Removes a user along with every session and token. */
    remove: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/auth/users/{user_id}', { ...init, params: { path: { user_id: id } } }),
      ),
    /** Sets a new password without the old one, and ends the user's sessions. */
    setPassword: (id: string, password: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/auth/users/{user_id}/password', {
          ...init,
          params: { path: { user_id: id } },
          body: { new_password: password },
        }),
      ),
  };
}
