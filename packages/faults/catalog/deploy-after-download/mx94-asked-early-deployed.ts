import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX94',
  area: 'model-engine',
  sentence: 'A model is deployed without its files when somebody asks whether it is ready.',
  source: 'OpenAPI document, deploy_after_download: deploys if downloads are complete',
  reverts: 'that a question comes to nothing before the files are here',
  install({ app, parts }) {
    const { isReady } = parts.wishes;
    let asked = false;
    app.addHook('preHandler', async ({ url }) => {
      asked = url.startsWith('/api/models/deploy_after_download');
    });
    parts.wishes.isReady = (wish) => asked || isReady(wish);
  },
};
