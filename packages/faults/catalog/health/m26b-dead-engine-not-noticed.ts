import { defineFault } from '../../src/define-fault.ts';

export const deadEngineNotNoticed = defineFault({
  id: 'M26b',
  capability: 'health',
  layer: 'service',
  sentence: 'A deployment whose engine died is shown as deployed.',
  source: 'Capability documentation',
  reverts: 'that the end of an engine is noticed',
  install({ services }) {
    services.serving.current = async (deployment) =>
      services.store.deployments.byId(deployment.id) ?? deployment;
    services.serving.instanceLost = async () => undefined;
  },
});
