import { defineFault } from '../../src/define-fault.ts';

export const deletedDeploymentAnswers = defineFault({
  id: 'MX5',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deleted deployment still answers.',
  source: 'Memory that can no longer be freed',
  reverts: 'that deleting ends the engines',
  install({ services }) {
    services.serving.remove = async (id) => services.store.deployments.remove(id);
  },
});
