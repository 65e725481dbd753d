import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../errors/parse-input.ts';
import type { Parts } from '../parts.ts';

const listQuery = z.object({ load_files: z.stringbool().default(false) });

/** The model catalogue. */
export function modelRoutes(app: FastifyInstance, { store }: Parts): void {
  app.get('/models/', async ({ query }) => {
    const { load_files } = parseInput(listQuery, query, 'query');
    return store.models.list().map((model) => (load_files ? model : { ...model, m_files: [] }));
  });
}
