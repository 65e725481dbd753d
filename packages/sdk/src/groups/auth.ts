import type { Ask, CallOptions } from '../transport/request.ts';
import type { PasswordChange, PatCreate } from '../schemas.ts';
import { validator } from './validate.ts';

/** Tokens, the caller, personal access tokens, and the gateway's question. */
export function authGroup(ask: Ask) {
  return {
    /** The auth service's greeting. */
    root: (options: CallOptions = {}) =>
      ask({ operationId: 'authRoot', open: true }, options, (client, init) => client.GET('/auth/', init)),
    health: (options: CallOptions = {}) =>
      ask({ operationId: 'authHealth', open: true }, options, (client, init) =>
        client.GET('/auth/health', init),
      ),
    jwks: (options: CallOptions = {}) =>
      ask({ operationId: 'jwks', open: true }, options, (client, init) => client.GET('/auth/jwks', init)),

    /** Signs in by name and password. The client's own sign-in is not touched. */
    token: (
      { username, password, scope }: { username: string; password: string; scope?: string },
      options: CallOptions = {},
    ) =>
      ask({ operationId: 'token', open: true }, options, (client, init) =>
        client.POST('/auth/token', {
          ...init,
          headers: { ...init.headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: { grant_type: 'password', username, password, ...(scope !== undefined && { scope }) },
          bodySerializer: (body) => new URLSearchParams(textsIn(body)).toString(),
        }),
      ),
    /** A new access token for a refresh token. The client's own sign-in is not touched. */
    refresh: ({ refreshToken }: { refreshToken: string }, options: CallOptions = {}) =>
      ask({ operationId: 'refresh', open: true }, options, (client, init) =>
        client.POST('/auth/refresh', { ...init, params: { query: { refresh_token: refreshToken } } }),
      ),
    /** Revokes the session behind the bearer. */
    logout: (options: CallOptions = {}) =>
      ask({ operationId: 'logout' }, options, (client, init) => client.POST('/auth/logout', init)),

    me: (options: CallOptions = {}) =>
      ask({ operationId: 'me' }, options, (client, init) => client.GET('/auth/users/me', init)),
    passwordCapability: (options: CallOptions = {}) =>
      ask({ operationId: 'passwordCapability' }, options, (client, init) =>
        client.GET('/auth/users/me/password-capability', init),
      ),
    /** A new password of one's own; ends the other sessions. */
    changePassword: (change: PasswordChange, options: CallOptions = {}) =>
      ask({ operationId: 'changePassword' }, options, (client, init) =>
        client.POST('/auth/users/me/password', { ...init, body: change }),
      ),

    /** Scopes and lifetimes a personal access token may have. */
    patConfig: (options: CallOptions = {}) =>
      ask({ operationId: 'patConfig' }, options, (client, init) => client.GET('/auth/pat-config', init)),
    pats: (options: CallOptions = {}) =>
      ask({ operationId: 'pats' }, options, (client, init) => client.GET('/auth/pats', init)),
    /** A new personal access token; the secret is in this answer only. */
    createPat: (pat: PatCreate = {}, options: CallOptions = {}) =>
      ask({ operationId: 'createPat' }, options, (client, init) =>
        client.POST('/auth/pats', { ...init, body: pat }),
      ),
    revokePat: (jti: string, options: CallOptions = {}) =>
      ask({ operationId: 'revokePat', mayBeEmpty: true }, options, (client, init) =>
        client.DELETE('/auth/pats/{jti}', { ...init, params: { path: { jti } } }),
      ),

    validate: validator(ask),
  };
}

/** The fields that have a text; a form cannot carry anything else. */
function textsIn(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(fields).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return Object.fromEntries(texts);
}
