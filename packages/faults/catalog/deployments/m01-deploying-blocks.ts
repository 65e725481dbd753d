import { setTimeout as delay } from 'node:timers/promises';

import type { ModelDeployment, Services } from '@uat/platform';

import { defineFault } from '../../src/define-fault.ts';

const isStarting = /^(?:REQUESTED|DEPLOYING|INITIALIZING)$/;

export const deployingBlocks = defineFault({
  id: 'M1',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A request to deploy a model waits until it serves, and is answered with 200.',
  source: 'ENG-6530',
  reverts: 'that a deployment is accepted before it is started',
  install({ services, http }) {
    http.addHook('onSend', async ({ method, url }, reply, payload) => {
      if (method !== 'POST' || !url.startsWith('/api/serving/deploy_model') || reply.statusCode !== 202)
        return payload;
      const deployment = services.store.deployments.byId(JSON.parse(String(payload)));
      if (deployment) await settled(services, deployment);
      reply.code(200);
      return payload;
    });
  },
});

async function settled({ serving }: Services, deployment: ModelDeployment): Promise<void> {
  let { status } = deployment;
  while (isStarting.test(status)) {
    await delay(50);
    ({ status } = await serving.current(deployment));
  }
}
