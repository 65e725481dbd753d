import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { PasswordChange, PatCreate } from '../generated/schema.ts';
import { validator } from './validate.ts';

/** Tokens, the caller's account, personal access tokens, and the gateway's validation endpoint. */
export function authGroup(request: RequestFunction) {
  return {
    /** The auth service's greeting. */
    root: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/auth/', init)),
    health: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/auth/health', init)),
    jwks: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/auth/jwks', init)),

    /** Signs in with a name and password, without changing the client's own sign-in. */
    token: (
      { username, password, scope }: { username: string; password: string; scope?: string },
      options: CallOptions = {},
    ) =>
      request({ ...options, skipAuth: true }, (client, init) =>
        client.POST('/auth/token', {
          ...init,
          headers: { ...init.headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: { grant_type: 'password', username, password, ...(scope !== undefined && { scope }) },
          bodySerializer: (body) => new URLSearchParams(stringFields(body)).toString(),
        }),
      ),
    /** Exchanges a refresh token for an access token, without changing the client's own sign-in. */
    refresh: ({ refreshToken }: { refreshToken: string }, options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) =>
        client.POST('/auth/refresh', { ...init, params: { query: { refresh_token: refreshToken } } }),
      ),
    /** Revokes the session of the bearer. */
    logout: (options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/auth/logout', init)),

    me: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/auth/users/me', init)),
    passwordCapability: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/auth/users/me/password-capability', init)),
    /** Changes the caller's own password and ends the other sessions. */
    changePassword: (change: PasswordChange, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/auth/users/me/password', { ...init, body: change })),

    /** Scopes and lifetimes that a personal access token may have. */
    patConfig: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/auth/pat-config', init)),
    pats: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/auth/pats', init)),
    /** Creates a personal access token; its secret is in this response only. */
    createPat: (pat: PatCreate = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/auth/pats', { ...init, body: pat })),
    revokePat: (jti: string, options: CallOptions = {}) =>
      request({ ...options, acceptEmpty: true }, (client, init) =>
        client.DELETE('/auth/pats/{jti}', { ...init, params: { path: { jti } } }),
      ),

    validate: validator(request),
  };
}

/** The fields whose value is a string; a form cannot carry anything else. */
function stringFields(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const strings = Object.entries(fields).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return Object.fromEntries(strings);
}
