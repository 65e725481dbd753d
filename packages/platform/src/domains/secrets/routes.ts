import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { parseSecretInput } from '../../server/errors/parse-secret-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import type { CatalogSecret } from './catalog-secret.ts';

const newSecret = z.object({
  name: z.string().min(1),
  value: z.string().min(1),
  owner: z.string().min(1),
  description: z
    .string()
    .nullish()
    .transform((given) => given ?? null),
});
const creationQuery = z.object({ clobber: z.stringbool().default(false) });
const listQuery = z.object({ query: z.string().default('') });
const urnQuery = z.object({ urn: z.string().min(1) });

/** Routes for credentials that users store for the platform to use. Only their owners use and remove them. */
export function catalogSecretRoutes(app: FastifyInstance, services: Services): void {
  const { catalogSecrets } = services.store;

  const reachable = (call: FastifyRequest): CatalogSecret[] =>
    catalogSecrets.list().filter((secret) => services.secrets.mayReach(secret, callerOf(call.identity)));
  const secretAt = (call: FastifyRequest): CatalogSecret => {
    const { urn } = parseInput(urnQuery, call.query, 'query');
    const secret = reachable(call).find((one) => one.urn === urn);
    // Callers cannot tell a missing secret from one of another user.
    if (!secret) throw new HttpError(404, 'Secret not found');
    return secret;
  };

  app.post('/catalog/secrets/', async (call, reply) => {
    const asked = parseSecretInput(newSecret, call.body);
    const { clobber } = parseInput(creationQuery, call.query, 'query');
    const { sub: ownerId } = callerOf(call.identity);
    const known = catalogSecrets.list().find((one) => one.ownerId === ownerId && one.name === asked.name);
    if (known && !clobber) throw new HttpError(409, 'You have a secret of this name already.');
    const updatedAt = new Date().toISOString();
    const { urn, createdAt } = known ?? { urn: `urn:li:secret:${randomUUID()}`, createdAt: updatedAt };
    catalogSecrets.save({ ...asked, urn, ownerId, createdAt, updatedAt });
    services.activity.audit(call, { action: 'secret-created', target: asked.name });
    return reply.code(201).type('application/json').send(JSON.stringify(urn));
  });

  app.get('/catalog/secrets/', async (call) => {
    const { query } = parseInput(listQuery, call.query, 'query');
    return reachable(call)
      .filter(({ name }) => name.includes(query))
      .map(services.secrets.shown);
  });

  app.get('/catalog/secrets/by-urn', async (call) => services.secrets.shown(secretAt(call)));

  app.delete('/catalog/secrets/by-urn', async (call, reply) => {
    const { urn, name } = secretAt(call);
    catalogSecrets.remove(urn);
    services.activity.audit(call, { action: 'secret-deleted', target: name });
    return reply.code(204).send();
  });
}
