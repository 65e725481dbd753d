import { defineFault } from '../../src/define-fault.ts';

export const stoppedInstancesListed = defineFault({
  id: 'MX3',
  capability: 'deployments',
  layer: 'service',
  sentence: 'The instances of a stopped deployment are still listed.',
  source: 'Lists of processes are what people free ports and memory by',
  reverts: 'that a stopped deployment has no instances',
  install({ services }) {
    const { stop } = services.serving;
    services.serving.stop = async (id) => {
      const instances = services.store.deployments.byId(id)?.instances ?? [];
      await stop(id);
      const deployment = services.store.deployments.byId(id);
      if (deployment) services.store.deployments.save({ ...deployment, instances });
    };
  },
});
