import { defineFault } from '../../src/define-fault.ts';

export const engineLogsFail = defineFault({
  id: 'M11',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'The logs of an engine are answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that the logs of an engine can be read',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (url.includes('/serving/logs/')) reply.code(500);
    });
  },
});
