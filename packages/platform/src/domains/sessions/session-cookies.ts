import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';

import { lifetimes } from '../realm/lifetimes.ts';
import type { Tokens } from '../realm/token-request.ts';

/** Attributes of the cookies that hold a browser's tokens. */
export type SessionCookies = Record<'access_token' | 'refresh_token' | 'id_token', CookieSerializeOptions>;

/** Cookies out of reach of scripts and other sites; `secure` restricts them to https. */
export function sessionCookies(secure: boolean): SessionCookies {
  const common = { httpOnly: true, sameSite: 'lax', secure } as const;
  // The access token goes with every request to the API; the others only where they are needed.
  return {
    access_token: { ...common, path: '/' },
    refresh_token: { ...common, path: '/api/auth' },
    id_token: { ...common, path: '/api/auth' },
  };
}

/** Sets the cookies for the tokens of a sign-in. */
export function setSessionCookies(reply: FastifyReply, tokens: Tokens, cookies: SessionCookies): void {
  const { access_token, refresh_token, id_token, expires_in: maxAge } = tokens;
  reply.setCookie('access_token', access_token, { ...cookies.access_token, maxAge });
  if (refresh_token)
    reply.setCookie('refresh_token', refresh_token, { ...cookies.refresh_token, maxAge: lifetimes.refresh });
  if (id_token) reply.setCookie('id_token', id_token, { ...cookies.id_token, maxAge });
}

/** Clears the session cookies, with the attributes that they were set with: other attributes would not match. */
export function clearSessionCookies(reply: FastifyReply, cookies: SessionCookies): void {
  for (const [name, options] of Object.entries(cookies)) reply.clearCookie(name, options);
}
