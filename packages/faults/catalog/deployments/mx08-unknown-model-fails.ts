import { defineFault } from '../../src/define-fault.ts';

export const unknownModelFails = defineFault({
  id: 'MX8',
  capability: 'deployments',
  layer: 'service',
  sentence: 'Deploying a model that is not there is answered with 500.',
  source: 'ENG-6533: a 5xx is taken for a host that cannot serve',
  reverts: 'that an unknown model is refused',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply) => {
      if (url.endsWith('/serving/deploy_model') && reply.statusCode === 404) reply.code(500);
    });
  },
});
