import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import { remembered } from '../../server/log/platform-log.ts';
import type { Services } from '../../services.ts';

const time = z.iso.datetime({ offset: true, local: true }).transform((text) => Date.parse(text));
const logQuery = z.object({
  since: time.optional(),
  until: time.optional(),
  limit: z.coerce.number().int().min(1).max(remembered).default(1_000),
});

/** Route for the platform's log, for administrators. */
export function platformLogRoute(app: FastifyInstance, { log }: Services): void {
  app.get('/logger/platform', async ({ query }) => {
    const { since = -Infinity, until = Infinity, limit } = parseInput(logQuery, query, 'query');
    return { entries: log.entries({ since, until, limit }) };
  });
}
