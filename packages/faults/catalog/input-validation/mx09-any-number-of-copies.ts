import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX9',
  area: 'model-engine',
  sentence: 'Fewer copies than one are accepted.',
  source: 'A deployment of no copies never serves',
  reverts: 'that the number of copies is checked',
  install({ app }) {
    app.addHook('preHandler', async ({ body }) => {
      if (body !== null && typeof body === 'object' && 'starting_copies' in body) body.starting_copies = 1;
    });
  },
};
