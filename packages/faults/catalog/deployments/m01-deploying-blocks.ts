import { setTimeout as delay } from 'node:timers/promises';

import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M1',
  area: 'model-engine',
  sentence: 'Whoever deploys a model waits until it serves, and is answered with 200.',
  source: 'ENG-6530',
  reverts: 'that a deployment is accepted before it is started',
  install({ parts }) {
    const { accepted, current } = parts.serving;
    parts.serving.accepted = async (deployment) => {
      while (/^(?:REQUESTED|DEPLOYING|INITIALIZING)$/.test((await current(deployment)).status))
        await delay(50);
      return { ...(await accepted(deployment)), status: 200 };
    };
  },
};
