import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX91',
  area: 'model-engine',
  sentence: 'A model is deployed although its files alone were asked for.',
  source: 'OpenAPI document, ModelDownloadRequest: download_and_deploy honours deploy_after_download',
  reverts: 'that a no is heeded',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/download_and_deploy') && body)
        Object.assign(body, { deploy_after_download: true });
    });
  },
};
