import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';

import { lifetimes } from '../realm/lifetimes.ts';
import type { Tokens } from '../realm/token-request.ts';

/** Attributes of the cookies that hold a browser's tokens. */
export type SessionCookies = Record<'access_token' | 'refresh_token' | 'id_token', CookieSerializeOptions>;

/** Out of reach of scripts and other sites; `secure` keeps them off connections that anybody can read. */
export function sessionCookies(secure: boolean): SessionCookies {
  const common = { httpOnly: true, sameSite: 'lax', secure } as const;
  // The access token goes with every request to the API; the others only where they are needed.
  return {
    access_token: { ...common, path: '/' },
    refresh_token: { ...common, path: '/api/auth' },
    id_token: { ...common, path: '/api/auth' },
  };
}

/** Hands the tokens of a sign-in to the browser. */
export function setSessionCookies(reply: FastifyReply, tokens: Tokens, cookies: SessionCookies): void {
  const { access_token, refresh_token, id_token, expires_in: maxAge } = tokens;
  reply.setCookie('access_token', access_token, { ...cookies.access_token, maxAge });
  if (refresh_token)
    reply.setCookie('refresh_token', refresh_token, { ...cookies.refresh_token, maxAge: lifetimes.refresh });
  if (id_token) reply.setCookie('id_token', id_token, { ...cookies.id_token, maxAge });
}

/** Takes them back, under the attributes they were set with: a browser keeps what is cleared under others. */
export function clearSessionCookies(reply: FastifyReply, cookies: SessionCookies): void {
  for (const [name, options] of Object.entries(cookies)) reply.clearCookie(name, options);
}
