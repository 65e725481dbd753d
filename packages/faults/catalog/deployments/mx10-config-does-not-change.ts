import { defineFault } from '../../src/define-fault.ts';

export const configDoesNotChange = defineFault({
  id: 'MX10',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A change of a configuration is accepted and lost.',
  source: 'An administrator who tunes a model tunes nothing',
  reverts: 'that a changed configuration is kept',
  install({ services }) {
    const { byId } = services.store.modelConfigs;
    services.store.modelConfigs.change = (id) => byId(id);
  },
});
