import { defineFault } from '../../src/define-fault.ts';

export const limitIgnored = defineFault({
  id: 'MX20',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A search gives more than it was asked for.',
  source: 'Ours: a page that asks for ten and gets thousands hangs',
  reverts: 'that limit is heeded',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/search') && body) Object.assign(body, { limit: 100 });
    });
  },
});
