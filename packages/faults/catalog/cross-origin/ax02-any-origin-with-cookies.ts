import { defineFault } from '../../src/define-fault.ts';

export const anyOriginWithCookies = defineFault({
  id: 'AX2',
  capability: 'cross-origin',
  layer: 'service',
  sentence: 'Every origin may ask the API with the visitor’s cookies and read the answer.',
  source: 'Ours: the quick answer to a CORS error while a console is being developed, shipped by mistake',
  reverts: 'that the API answers its own origin only',
  install({ http }) {
    http.addHook('onRequest', async ({ headers }, reply) => {
      if (headers.origin === undefined) return;
      reply.headers({
        'access-control-allow-origin': headers.origin,
        'access-control-allow-credentials': 'true',
      });
    });
  },
});
