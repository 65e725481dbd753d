import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX1',
  area: 'model-engine',
  sentence: 'A deployment says that it is deployed while its model is loaded.',
  source: 'Whoever waits for DEPLOYED asks at once, and meets nobody',
  reverts: 'that a deployment is deployed when its engines serve',
  install({ parts }) {
    const { enter } = parts.serving;
    parts.serving.enter = (id, status) => enter(id, status === 'INITIALIZING' ? 'DEPLOYED' : status);
  },
};
