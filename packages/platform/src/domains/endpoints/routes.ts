import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { DiscoveryFailure } from './discovery.ts';
import { parseSecretInput } from '../../server/errors/parse-secret-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';

const text = z
  .string()
  .min(1)
  .nullish()
  .transform((given) => given ?? undefined);
const discoverRequest = z
  .object({
    base_url: z.url({ protocol: /^https?$/ }).max(2_083),
    // A key has to fit into a header.
    api_key: z
      .string()
      .regex(/^[\u0021-\u007e]+$/)
      .nullish()
      .transform((given) => given ?? undefined),
    credential_secret_urn: text,
    provider: z
      .enum(['azure', 'litellm', 'openai', 'other'])
      .nullish()
      .transform((given) => given ?? undefined),
  })
  .refine(
    ({ api_key, credential_secret_urn }) => (api_key === undefined) !== (credential_secret_urn === undefined),
    'Either api_key or credential_secret_urn must be given',
  );

const statuses = new Map<string, 429 | 504>([
  ['rate_limited', 429],
  ['timeout', 504],
]);

/** Route that discovers models of other providers, without storing the credentials. */
export function externalEndpointRoutes(app: FastifyInstance, services: Services): void {
  app.post('/serving/external-endpoints/discover', async (call, reply) => {
    const asked = parseSecretInput(discoverRequest, call.body);
    const { credential_secret_urn: urn } = asked;
    const apiKey =
      urn === undefined ? asked.api_key : services.secrets.valueFor(urn, callerOf(call.identity));
    if (apiKey === undefined)
      return reply
        .code(422)
        .send({ error: 'not_found', detail: 'There is no secret with this name.', status: null });
    try {
      const { base_url: baseUrl, provider } = asked;
      return { available_models: await services.endpoints.discover({ baseUrl, apiKey, provider }) };
    } catch (failure) {
      if (!(failure instanceof DiscoveryFailure)) throw failure;
      const { error, message, status } = failure;
      return reply.code(statuses.get(error) ?? 502).send({ error, detail: message, status: status ?? null });
    }
  });
}
