import { defineFault } from '../../src/define-fault.ts';

export const deployingAnswersFalse = defineFault({
  id: 'M3',
  capability: 'deployments',
  layer: 'service',
  sentence: 'Deploying a model is answered with false instead of an id.',
  source: 'ENG-6533',
  reverts: 'that a deployment is answered with its id',
  install({ http }) {
    http.addHook('onSend', async ({ method, url }, { statusCode }, payload) => {
      const isAccepted =
        method === 'POST' && url.startsWith('/api/serving/deploy_model') && statusCode === 202;
      return isAccepted ? 'false' : payload;
    });
  },
});
