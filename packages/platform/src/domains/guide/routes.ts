import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';

const importQuery = z.object({ replace: z.stringbool().default(false) });

/** Routes of the guide: recommended models for users who do not want to choose a file. */
export function guideRoutes(app: FastifyInstance, services: Services): void {
  app.get('/guide/', async () => services.guide.list());

  app.post('/guide/import', async (call) => {
    const { replace } = parseInput(importQuery, call.query, 'query');
    const { added, kept } = await services.guide.import({ replace });
    services.activity.audit(call, { action: 'guide-imported' });
    return { message: `${added} models were added to the guide, ${kept} were there already`, added, kept };
  });

  app.post('/guide/refresh', async (call) => {
    const { updated, added } = await services.guide.refresh();
    services.activity.audit(call, { action: 'guide-refreshed' });
    return {
      message: `${updated} models of the guide were brought up to date, ${added} added`,
      updated,
      added,
    };
  });
}
