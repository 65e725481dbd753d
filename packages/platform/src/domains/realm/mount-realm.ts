import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { credentialOf } from '../gateway/identity.ts';
import type { Services } from '../../services.ts';
import { realmPath } from '../../settings.ts';
import { claimsOf } from './claims-of.ts';
import { interactionPath } from './interaction-path.ts';
import { belowRealm, withPublicFace } from './with-public-face.ts';

const credentials = z.object({ username: z.string(), password: z.string() });
const staleSignIn = 'This sign-in has expired or belongs to another browser. Start again.';

/** Serves the realm under `/realms/kamiwaza`, with the routes by which the console signs a user in. */
export function mountRealm(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { uid: string } }>(`${realmPath}${interactionPath(':uid')}`, async (request, reply) =>
    reply.redirect(`/login?interaction=${encodeURIComponent(request.params.uid)}`),
  );

  app.post<{ Params: { uid: string } }>(
    `${realmPath}${interactionPath(':uid')}/login`,
    async (request, reply) => {
      const { username, password } = parseInput(credentials, request.body, 'body');
      const realm = await services.realm.provider();
      const raw = [withPublicFace(request.raw, services.settings), reply.raw] as const;
      const interaction = await realm.interactionDetails(...raw).catch(() => undefined);
      if (interaction?.uid !== request.params.uid) throw new HttpError(404, staleSignIn);

      const user = await services.identity.authenticate(username, password);
      if (!user) {
        services.activity.audit(request, {
          action: 'sign-in-failed',
          by: services.store.users.byUsername(username),
        });
        throw new HttpError(401, 'Invalid username or password.');
      }
      return { location: await realm.interactionResult(...raw, { login: { accountId: user.id } }) };
    },
  );

  // The provider's own userinfo accepts only opaque tokens; the platform's are JWTs.
  app.route({
    method: ['GET', 'POST'],
    url: `${realmPath}/protocol/openid-connect/userinfo`,
    async handler(request) {
      const caller = await services.gateway.identify(credentialOf(request.headers, {}));
      if (!caller) throw new HttpError(401, 'Not authenticated');
      return claimsOf({ ...caller, id: caller.sub });
    },
  });

  void app.register(async (provided) => {
    // The provider reads bodies itself.
    provided.removeAllContentTypeParsers();
    provided.addContentTypeParser('*', (_request, _payload, done) => done(null));
    provided.all(`${realmPath}/*`, async (request, reply) => {
      const answer = (await services.realm.provider()).callback();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      await answer(belowRealm(request.raw, services.settings), reply.raw);
    });
  });
}
