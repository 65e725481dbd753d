import { defineFault } from '../../src/define-fault.ts';

export const deletedDeploymentListed = defineFault({
  id: 'MX75',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployment that was deleted is still listed.',
  source: 'Ours: lists that only grow',
  reverts: 'that nothing is left of what was deleted',
  install({ services }) {
    services.serving.remove = (id) => services.serving.stop(id);
  },
});
