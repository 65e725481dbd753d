import type { FastifyReply } from 'fastify';

import { lifetimes } from '../../provider/lifetimes.ts';
import type { Tokens } from '../../provider/token-request.ts';
import type { Settings } from '../../settings.ts';

// The access token goes with every request to the API; the others only where they are needed.
const paths = { access_token: '/', refresh_token: '/api/auth', id_token: '/api/auth' } as const;

/** Hands the tokens of a sign-in to the browser, out of reach of its scripts. */
export function setSessionCookies(reply: FastifyReply, tokens: Tokens, { secureCookies }: Settings): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
  const { access_token, refresh_token, id_token, expires_in } = tokens;
  reply.setCookie('access_token', access_token, { ...options, path: paths.access_token, maxAge: expires_in });
  if (refresh_token) {
    reply.setCookie('refresh_token', refresh_token, {
      ...options,
      path: paths.refresh_token,
      maxAge: lifetimes.refresh,
    });
  }
  if (id_token)
    reply.setCookie('id_token', id_token, { ...options, path: paths.id_token, maxAge: expires_in });
}

/** Takes them back. */
export function clearSessionCookies(reply: FastifyReply): void {
  for (const [name, path] of Object.entries(paths)) reply.clearCookie(name, { path });
}
