import { defineFault } from '../../src/define-fault.ts';

export const reservedVariableKept = defineFault({
  id: 'M9b',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A reserved variable stays in the environment of a deployment.',
  source: 'ENG-4068',
  reverts: 'that reserved variables are dropped',
  install({ services }) {
    services.serving.reservedNames = () => [];
  },
});
