import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX2',
  area: 'authnz',
  sentence: 'Every origin may ask the API with the visitor’s cookies and read the answer.',
  source: 'Ours: the quick answer to a CORS error while a console is being developed, shipped by mistake',
  reverts: 'that the API answers its own origin only',
  install({ app }) {
    app.addHook('onRequest', async ({ headers }, reply) => {
      if (headers.origin === undefined) return;
      reply.headers({
        'access-control-allow-origin': headers.origin,
        'access-control-allow-credentials': 'true',
      });
    });
  },
};
