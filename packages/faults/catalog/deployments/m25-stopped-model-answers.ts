import { defineFault } from '../../src/define-fault.ts';

export const stoppedModelAnswers = defineFault({
  id: 'M25',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A stopped deployment still answers.',
  source: 'Capability documentation',
  reverts: 'that stopping ends the engines',
  install({ services }) {
    services.serving.stop = async (id) => {
      const deployment = services.store.deployments.byId(id);
      if (deployment) services.store.deployments.save({ ...deployment, status: 'STOPPED', instances: [] });
    };
  },
});
