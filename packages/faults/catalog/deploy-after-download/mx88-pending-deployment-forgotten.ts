import { defineFault } from '../../src/define-fault.ts';

export const pendingDeploymentForgotten = defineFault({
  id: 'MX88',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A model that was to be deployed after its download stays undeployed.',
  source: 'OpenAPI document, download_and_deploy: downloads, and deploys after completion',
  reverts: 'that a pending deployment is made when the files are here',
  install({ services }) {
    services.pendingDeployments.deployReady = () => undefined;
  },
});
