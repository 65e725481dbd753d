import { defineFault } from '../../src/define-fault.ts';

export const instancesNotListed = defineFault({
  id: 'MX2',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployment that serves shows no instances.',
  source: 'An operator who looks for the process of a deployment finds none',
  reverts: 'that the processes of a deployment are kept with it',
  install({ services }) {
    const { setStatus: enter } = services.serving;
    services.serving.setStatus = (id, status) => {
      enter(id, status);
      const deployment = services.store.deployments.byId(id);
      if (deployment) services.store.deployments.save({ ...deployment, instances: [] });
    };
  },
});
