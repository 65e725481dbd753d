import { defineFault } from '../../src/define-fault.ts';

export const deployingAnswersFalse = defineFault({
  id: 'M3',
  capability: 'deployments',
  layer: 'service',
  sentence: 'Deploying a model is answered with false instead of an id.',
  source: 'ENG-6533',
  reverts: 'that a deployment is told by its id',
  install({ services }) {
    services.serving.accepted = async () => ({ status: 202, body: false });
  },
});
