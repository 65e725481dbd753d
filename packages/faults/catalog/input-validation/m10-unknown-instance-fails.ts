import { defineFault } from '../../src/define-fault.ts';

export const unknownInstanceFails = defineFault({
  id: 'M10',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'Asking for an instance that is not there is answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that an instance that is missing is a 404',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (url.includes('/serving/model_instance/') && reply.statusCode === 404) reply.code(500);
    });
  },
});
