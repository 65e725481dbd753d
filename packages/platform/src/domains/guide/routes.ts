import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { Parts } from '../../services.ts';

const importQuery = z.object({ replace: z.stringbool().default(false) });

/** The guide: which model to take, for people who do not want to choose a file. */
export function guideRoutes(app: FastifyInstance, parts: Parts): void {
  app.get('/guide/', async () => parts.guide.list());

  app.post('/guide/import', async (call) => {
    const { replace } = parseInput(importQuery, call.query, 'query');
    const { added, kept } = await parts.guide.bringIn({ replace });
    parts.audit(call, { action: 'guide-imported' });
    return { message: `${added} models were added to the guide, ${kept} were there already`, added, kept };
  });

  app.post('/guide/refresh', async (call) => {
    const { updated, added } = await parts.guide.refresh();
    parts.audit(call, { action: 'guide-refreshed' });
    return {
      message: `${updated} models of the guide were brought up to date, ${added} added`,
      updated,
      added,
    };
  });
}
