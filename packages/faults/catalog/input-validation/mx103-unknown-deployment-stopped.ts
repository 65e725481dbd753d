import { defineFault } from '../../src/define-fault.ts';

export const unknownDeploymentStopped = defineFault({
  id: 'MX103',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'Stopping a deployment that is not there is confirmed.',
  source: 'Ours: whoever mistakes an id believes that their model is stopped',
  reverts: 'that an unknown deployment is a 404',
  install({ http }) {
    http.addHook('onSend', async ({ url, method }, reply, payload) => {
      if (method !== 'DELETE' || !url.startsWith('/api/serving/deployment/') || reply.statusCode !== 404)
        return payload;
      reply.code(200);
      return 'true';
    });
  },
});
