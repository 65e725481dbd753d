import { defineFault } from '../../src/define-fault.ts';

export const filesAloneAreDeployed = defineFault({
  id: 'MX91',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A model is deployed although its files alone were asked for.',
  source: 'OpenAPI document, ModelDownloadRequest: download_and_deploy honours deploy_after_download',
  reverts: 'that a no is heeded',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/download_and_deploy') && body)
        Object.assign(body, { deploy_after_download: true });
    });
  },
});
