import { defineFault } from '../../src/define-fault.ts';

export const deletedDeploymentAnswers = defineFault({
  id: 'MX5',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployment that was deleted goes on answering.',
  source: 'Memory that nobody can free any more',
  reverts: 'that deleting ends the engines',
  install({ services }) {
    services.serving.remove = async (id) => services.store.deployments.remove(id);
  },
});
