import { defineFault } from '../../src/define-fault.ts';

export const unknownEngineFails = defineFault({
  id: 'M11b',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'The logs of an engine that is none are answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that an unknown engine is refused',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (url.includes('/serving/logs/') && reply.statusCode === 422) reply.code(500);
    });
  },
});
