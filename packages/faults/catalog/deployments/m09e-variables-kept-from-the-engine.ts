import { defineFault } from '../../src/define-fault.ts';

export const variablesKeptFromTheEngine = defineFault({
  id: 'M9e',
  capability: 'deployments',
  layer: 'service',
  sentence: 'The variables of a deployment are shown, and its engine never gets them.',
  source: 'ENG-4068',
  reverts: 'that an engine starts with the variables of its deployment',
  install({ services }) {
    const { startInstance } = services.serving;
    services.serving.startInstance = (options) => startInstance({ ...options, runtimeEnv: {} });
  },
});
