import { setTimeout } from 'node:timers/promises';

import { HttpError } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const twoCannotEnterAtOnce = defineFault({
  id: 'A15b',
  capability: 'workrooms',
  layer: 'service',
  sentence:
    'Of several people who enter workrooms at the same moment only one gets in, the others get a 500.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that entering a workroom has nothing to do with who else is entering one',
  install({ http }) {
    let entering = false;
    http.addHook('preHandler', async ({ method, url }) => {
      if (method !== 'POST' || !url.endsWith('/enter')) return;
      if (entering) throw new HttpError(500, 'Internal Server Error');
      entering = true;
      await setTimeout(100);
      entering = false;
    });
  },
});
