import { createHash, randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { clientId } from '../../settings.ts';
import { attemptSeconds } from './sign-in-attempt-store.ts';

const loginQuery = z.object({ redirect_uri: z.string().optional(), redirect: z.string().optional() });
const stateQuery = z.object({ state: z.string().optional() });
const callbackQuery = z.object({ code: z.string() });
const refusedQuery = z.object({ error: z.string(), state: z.string().optional() });

const cookieFor = (nonce: string) => `sign_in_${nonce}`;
const random = (bytes = 32) => randomBytes(bytes).toString('base64url');

/** Routes of the authorization code flow: to the provider, and back with a code. */
export function browserSignInRoutes(app: FastifyInstance, services: Services): void {
  const { settings, store } = services;
  const callbackUrl = `${settings.publicUrl}/api/auth/callback`;

  app.get('/auth/login', async ({ query }, reply) => {
    const { redirect_uri, redirect } = parseInput(loginQuery, query, 'query');
    const attempt = {
      nonce: random(12),
      verifier: random(),
      binding: random(),
      returnPath: services.sessions.localPath(redirect_uri ?? redirect, '/'),
    };
    store.attempts.add(attempt);
    reply.setCookie(cookieFor(attempt.nonce), attempt.binding, {
      path: '/api/auth/callback',
      httpOnly: true,
      sameSite: 'lax',
      secure: settings.secureCookies,
      maxAge: attemptSeconds,
    });
    const question = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: callbackUrl,
      state: services.sessions.signInState.create(attempt.nonce),
      code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return reply.redirect(`${settings.issuer}/protocol/openid-connect/auth?${question}`);
  });

  app.get('/auth/callback', async (request, reply) => {
    const { query, cookies } = request;
    const refused = refusedQuery.safeParse(query);
    if (refused.success)
      throw new HttpError(400, `The identity provider refused the sign-in: ${refused.data.error}`);
    const { state } = parseInput(stateQuery, query, 'query');
    const nonce = state === undefined ? undefined : services.sessions.signInState.read(state);
    if (state !== undefined && nonce === undefined) throw new HttpError(400, 'Invalid state');
    const { code } = parseInput(callbackQuery, query, 'query');
    if (nonce === undefined) throw new HttpError(400, 'Invalid state');
    reply.clearCookie(cookieFor(nonce), { path: '/api/auth/callback' });
    const attempt = services.sessions.takeAttempt(nonce, cookies[cookieFor(nonce)]);
    if (!attempt) throw new HttpError(400, 'Invalid state');

    const answer = await services.realm.requestTokens({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl,
      code_verifier: attempt.verifier,
    });
    if (answer.kind === 'refused') throw exchangeRefusal(answer.error);
    const caller = await services.gateway.identify(answer.tokens.access_token);
    services.activity.audit(request, {
      action: 'sign-in',
      by: caller && { id: caller.sub, username: caller.username },
    });
    services.sessions.setCookies(reply, answer.tokens);
    return reply.redirect(attempt.returnPath);
  });
}

// An unknown code is the caller's mistake; anything else is a failure between the platform and the provider.
function exchangeRefusal(error: string): HttpError {
  if (error === 'invalid_grant') return new HttpError(400, 'Invalid code');
  return new HttpError(502, `The identity provider refused the exchange: ${error}`);
}
