import { defineFault } from '../../src/define-fault.ts';

export const deployedBeforeItServes = defineFault({
  id: 'MX1',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployment says that it is deployed while its model is still loading.',
  source: 'Clients that wait for DEPLOYED send their question at once, and reach no engine',
  reverts: 'that a deployment is deployed when its engines serve',
  install({ services }) {
    const { setStatus: enter } = services.serving;
    services.serving.setStatus = (id, status) => enter(id, status === 'INITIALIZING' ? 'DEPLOYED' : status);
  },
});
