import { defineFault } from '../../src/define-fault.ts';

export const deployedByEarlyQuery = defineFault({
  id: 'MX94',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A model is deployed without its files when its readiness is queried.',
  source: 'OpenAPI document, deploy_after_download: deploys if downloads are complete',
  reverts: 'that a question comes to nothing before the files are here',
  install({ services, http }) {
    const { isReady } = services.pendingDeployments;
    let asked = false;
    http.addHook('preHandler', async ({ url }) => {
      asked = url.startsWith('/api/models/deploy_after_download');
    });
    services.pendingDeployments.isReady = (pending) => asked || isReady(pending);
  },
});
