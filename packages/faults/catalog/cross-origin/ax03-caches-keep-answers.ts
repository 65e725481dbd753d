import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX3',
  area: 'authnz',
  sentence: 'A cache between the platform and its users may keep answers that are about one of them.',
  source: 'Ours: one header set too widely gives one user’s answer to the next',
  reverts: 'that answers of the API are kept by nobody',
  install({ app }) {
    app.addHook('onSend', async (request, reply, payload) => {
      if (request.url.startsWith('/api/')) reply.header('cache-control', 'public, max-age=600');
      return payload;
    });
  },
};
