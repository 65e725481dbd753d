import { defineFault } from '../../src/define-fault.ts';

export const everyPendingDeploymentIsStale = defineFault({
  id: 'MX96',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'Cleaning up forgets models that are still being downloaded.',
  source: 'OpenAPI document, cleanup_stale_deployments: no active downloads, not deployed',
  reverts: 'that cleaning up keeps what is not stale',
  install({ services }) {
    services.pendingDeployments.isStale = () => true;
  },
});
