import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { z } from 'zod';
import { loginPage } from '../pages/login-page.ts';
import { operatorSession, sessionMs } from './operator-session.ts';
import { redirectPath } from './redirect-path.ts';
import { stepInPage } from '../pages/page.ts';
import { sendPage } from '../pages/send-page.ts';

export interface LoginOptions {
  readonly password: string;
  readonly publicUrl: URL;
  readonly now: () => number;
}

/** Login attempts that one address has, successful or not. */
const tries = { max: 10, timeWindow: 5 * 60_000 };

const loginForm = z.object({ password: z.string(), next: redirectPath });

/** Adds the login and logout routes. Returns the hook that protects the pages it is added to. */
export async function loginRoutes(
  app: FastifyInstance,
  { password, publicUrl, now }: LoginOptions,
): Promise<onRequestAsyncHookHandler> {
  const session = await operatorSession(password);
  const countTry = app.createRateLimit(tries);
  const secure = publicUrl.protocol === 'https:';
  const cookie = secure ? '__Host-gate' : 'gate';
  const cookieOptions: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure };

  app.get<{ Querystring: { next?: unknown } }>('/login', (request, reply) => {
    const next = redirectPath.parse(request.query.next);
    return session.holds(request.cookies[cookie], now())
      ? reply.redirect(next, 303)
      : sendPage(reply, loginPage(next));
  });

  app.post('/login', async (request, reply) => {
    const { next, password: given } = loginForm.parse(request.body);
    const limit = await countTry(request);
    if (!limit.isAllowed && limit.isExceeded) {
      const minutes = Math.ceil(limit.ttlInSeconds / 60);
      reply.code(429).header('retry-after', limit.ttlInSeconds);
      return sendPage(
        reply,
        loginPage(
          next,
          `Too many attempts from this address. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
        ),
      );
    }
    const value = session.open(given, now());
    if (value === undefined) {
      request.log.warn('wrong operator password');
      return sendPage(
        reply.code(401),
        loginPage(next, 'Wrong password. It is the value of OPERATOR_PASSWORD.'),
      );
    }
    return reply
      .setCookie(cookie, value, { ...cookieOptions, maxAge: sessionMs / 1_000 })
      .redirect(next, 303);
  });

  app.post('/logout', (_request, reply) => reply.clearCookie(cookie, cookieOptions).redirect('/login', 303));

  return async (request, reply) => {
    if (session.holds(request.cookies[cookie], now())) return;
    const next = redirectPath.parse(request.url.split('?')[0]);
    if (request.headers['sec-fetch-site'] === 'cross-site') return sendPage(reply, stepInPage(next));
    return reply.redirect(`/login?next=${encodeURIComponent(next)}`, 303);
  };
}
