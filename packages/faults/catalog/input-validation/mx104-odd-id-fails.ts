import { defineFault } from '../../src/define-fault.ts';

export const oddIdFails = defineFault({
  id: 'MX104',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'An id that is none makes the platform fail.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that an id is read before it is looked for',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (url.startsWith('/api/serving/deployment/') && reply.statusCode === 422) reply.code(500);
    });
  },
});
