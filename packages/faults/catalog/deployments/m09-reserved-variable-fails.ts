import { defineFault } from '../../src/define-fault.ts';

export const reservedVariableFails = defineFault({
  id: 'M9',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A reserved variable makes the deployment fail, instead of being dropped.',
  source: 'ENG-4068',
  reverts: 'that reserved variables are dropped',
  install({ services }) {
    const { instanceOptions } = services.serving;
    services.serving.instanceOptions = async (deployment) => {
      if (deployment.droppedEnv.length > 0) throw new Error(`${deployment.droppedEnv.join()} cannot be set`);
      return instanceOptions(deployment);
    };
  },
});
