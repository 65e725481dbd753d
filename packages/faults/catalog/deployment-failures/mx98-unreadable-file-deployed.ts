import { defineFault } from '../../src/define-fault.ts';

export const unreadableFileDeployed = defineFault({
  id: 'MX98',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'A file that no engine can read is shown as deployed.',
  source: 'Ours: clients that wait for a deployment believe its status',
  reverts: 'that a file that cannot be loaded fails its deployment',
  install({ services }) {
    const { fail } = services.serving;
    services.serving.fail = async (id, failure) =>
      failure.code === 'MODEL_LOADING_FAILURE'
        ? services.serving.setStatus(id, 'DEPLOYED')
        : fail(id, failure);
  },
});
