import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { requireRelations } from './require-relations.ts';

const exportQuery = z.object({
  tenant: z.string().optional(),
  result: z.string().optional(),
  updated_after: z.iso
    .datetime({ offset: true, local: true })
    .transform((text) => new Date(text).toISOString())
    .optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
  cursor: z.coerce.number().int().min(0).optional(),
});

/** Exports the record of decisions page by page, for administrators. New decisions follow after the last page. */
export function decisionRoute(app: FastifyInstance, services: Services): void {
  app.get('/auth/audit/decisions/export', async ({ query }) => {
    requireRelations(services);
    const { tenant, result, updated_after, limit, cursor } = parseInput(exportQuery, query, 'query');
    const window = { tenant, result, since: updated_after };
    const found = services.relations.recorded({ ...window, after: cursor, limit: limit + 1 });
    const events = found.slice(0, limit);
    return {
      tenant: tenant ?? null,
      result: result ?? null,
      since: updated_after ?? null,
      count: events.length,
      events,
      // Also after the last page, so that a later request can continue from there.
      next_cursor: events.at(-1)?.sequence ?? cursor ?? null,
      has_more: found.length > limit,
    };
  });
}
