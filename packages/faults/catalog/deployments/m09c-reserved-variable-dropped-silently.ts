import { defineFault } from '../../src/define-fault.ts';

export const reservedVariableDroppedSilently = defineFault({
  id: 'M9c',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A reserved variable is dropped without a warning.',
  source: 'ENG-4068',
  reverts: 'that a dropped variable is reported in the log',
  install({ services }) {
    const { instanceOptions } = services.serving;
    services.serving.instanceOptions = (deployment) => instanceOptions({ ...deployment, droppedEnv: [] });
  },
});
