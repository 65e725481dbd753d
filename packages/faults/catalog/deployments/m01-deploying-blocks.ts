import { setTimeout as delay } from 'node:timers/promises';

import { defineFault } from '../../src/define-fault.ts';

export const deployingBlocks = defineFault({
  id: 'M1',
  capability: 'deployments',
  layer: 'service',
  sentence: 'Whoever deploys a model waits until it serves, and is answered with 200.',
  source: 'ENG-6530',
  reverts: 'that a deployment is accepted before it is started',
  install({ services }) {
    const { accepted, current } = services.serving;
    services.serving.accepted = async (deployment) => {
      while (/^(?:REQUESTED|DEPLOYING|INITIALIZING)$/.test((await current(deployment)).status))
        await delay(50);
      return { ...(await accepted(deployment)), status: 200 };
    };
  },
});
