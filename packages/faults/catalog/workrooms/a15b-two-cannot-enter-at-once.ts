import { setTimeout } from 'node:timers/promises';

import { HttpError } from '../errors/http-error.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A15b',
  area: 'authnz',
  sentence:
    'Of several people who enter workrooms at the same moment only one gets in, the others get a 500.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that entering a workroom has nothing to do with who else is entering one',
  install({ app }) {
    let entering = false;
    app.addHook('preHandler', async ({ method, url }) => {
      if (method !== 'POST' || !url.endsWith('/enter')) return;
      if (entering) throw new HttpError(500, 'Internal Server Error');
      entering = true;
      await setTimeout(100);
      entering = false;
    });
  },
};
