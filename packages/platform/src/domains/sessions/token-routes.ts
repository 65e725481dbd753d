import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { clientId } from '../../settings.ts';

// Browsers and Swagger send an empty form field for one that is left out.
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text || undefined);

const tokenForm = z.object({
  username: z.string(),
  password: z.string(),
  grant_type: optionalText.pipe(z.literal('password').default('password')),
  scope: optionalText.pipe(z.string().default('openid email profile offline_access')),
  client_id: optionalText,
  client_secret: optionalText,
});

const refreshQuery = z.object({ refresh_token: optionalText });

/** Routes that exchange a user name and a password, or a refresh token, for tokens. */
export function tokenRoutes(app: FastifyInstance, services: Services): void {
  app.post('/auth/token', async (call) => {
    // The product reads only forms: for JSON it reports every field as missing.
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(call.headers['content-type'] ?? '');
    const form = parseInput(tokenForm, (isForm && call.body) || {}, 'body');
    if ((form.client_id ?? clientId) !== clientId) throw new HttpError(401, 'Unknown client');
    const { username, password, grant_type, scope, client_secret } = form;
    const answer = await services.realm.requestTokens({
      grant_type,
      username,
      password,
      scope,
      ...(client_secret && { client_secret }),
    });
    // An unknown name is not recorded: it may be a password in the wrong field.
    const by = services.store.users.byUsername(username);
    services.activity.audit(call, { action: answer.kind === 'refused' ? 'sign-in-failed' : 'sign-in', by });
    if (answer.kind === 'refused')
      throw new HttpError(401, refusals[answer.error] ?? 'Invalid username or password.');
    return tokenResponse(answer.tokens);
  });

  app.post('/auth/refresh', async (request, reply) => {
    const given = parseInput(refreshQuery, request.query, 'query').refresh_token;
    const refreshToken = given ?? request.cookies.refresh_token;
    if (!refreshToken) throw new HttpError(401, 'No refresh token');
    const answer = await services.realm.requestTokens({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    if (answer.kind === 'refused') throw new HttpError(401, 'Invalid refresh token');
    // Only a browser that sent the cookie gets cookies; otherwise a foreign page could sign it in as another user.
    if (given === undefined) services.sessions.setCookies(reply, answer.tokens);
    return tokenResponse(answer.tokens);
  });
}

const refusals: Record<string, string> = { invalid_client: 'Invalid client credentials' };

function tokenResponse<T extends { token_type: string }>(tokens: T): T {
  return { ...tokens, token_type: 'bearer' };
}
