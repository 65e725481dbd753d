import { defineFault } from '../../src/define-fault.ts';

export const stalePendingDeploymentStays = defineFault({
  id: 'MX95',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A pending deployment whose download was cancelled stays for ever.',
  source: 'OpenAPI document, cleanup_stale_deployments: no active downloads, not deployed',
  reverts: 'that cleaning up forgets what is stale',
  install({ services }) {
    services.pendingDeployments.isStale = () => false;
  },
});
