import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX20',
  area: 'model-engine',
  sentence: 'A search gives more than it was asked for.',
  source: 'Ours: a page that asks for ten and gets thousands hangs',
  reverts: 'that limit is heeded',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/search') && body) Object.assign(body, { limit: 100 });
    });
  },
};
