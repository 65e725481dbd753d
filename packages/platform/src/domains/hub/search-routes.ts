import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { HubSearch } from './hub-client.ts';
import { hubName } from './service.ts';
import type { Services } from '../../services.ts';
import type { Model } from '../models/store.ts';
import { knownHub } from './offered-repository.ts';

const searchRequest = z.object({
  query: z.string(),
  hubs_to_search: z
    .array(z.string())
    .nullish()
    .transform((given) => given ?? null),
  exact: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
  limit: z
    .int()
    .min(1)
    .nullish()
    .transform((given) => given ?? 100),
});

/** Searches the hub and the catalogue. A failure of the hub is part of the result and does not fail the search. */
export function searchRoutes(app: FastifyInstance, services: Services): void {
  const { models } = services.store;

  app.post('/models/search/', async (call) => {
    const asked = parseInput(searchRequest, call.body ?? undefined, 'body');
    const { query, exact, limit, hubs_to_search: hubs } = asked;
    for (const hub of hubs ?? []) knownHub(services, 'hubs_to_search', hub);

    const known = models.list().filter((model) => matches(model, query, exact));
    const hub: HubSearch = await (hubs?.length === 0
      ? nothing
      : services.hub.search(query, { exact, limit }));
    const onHub = hub.ids.map(
      (id) => models.list().find((model) => model['repo_modelId'] === id) ?? fromHub(id),
    );
    const elsewhere = known.filter((model) => !hub.ids.includes(String(model['repo_modelId'])));
    const results = [...onHub, ...elsewhere].slice(0, limit);
    return {
      results: results.map((model) => ({ id: model.id ?? null, model })),
      total_results: Math.max(hub.total + elsewhere.length, results.length),
      hub_error: hub.error ?? null,
      hub_results_partial: hub.partial,
      local_results_only: onHub.length === 0 && (hub.error !== undefined || hubs?.length === 0),
    };
  });
}

const nothing: HubSearch = { ids: [], total: 0, error: undefined, partial: false };

function matches({ name, repo_modelId: repository }: Model, query: string, exact: boolean): boolean {
  const wanted = query.toLowerCase();
  return [name, repository]
    .filter((text) => typeof text === 'string')
    .map((text) => text.toLowerCase())
    .some((text) => (exact ? text === wanted : text.includes(wanted)));
}

function fromHub(repository: string): Partial<Model> {
  const [author, name] = repository.split('/');
  return { name: name ?? repository, author, repo_modelId: repository, hub: hubName, hosted: 'local' };
}
