import { defineFault } from '../../src/define-fault.ts';

export const deployedBeforeItsFiles = defineFault({
  id: 'MX89',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A model is deployed before its files are here.',
  source: 'OpenAPI document, download_and_deploy: downloads, and deploys after completion',
  reverts: 'that a pending deployment waits for its files',
  install({ services }) {
    services.pendingDeployments.isReady = () => true;
  },
});
