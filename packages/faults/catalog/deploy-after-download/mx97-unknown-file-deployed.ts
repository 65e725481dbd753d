import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX97',
  area: 'model-engine',
  sentence: 'A file that the model does not have is taken for one that is on its way.',
  source: 'Ours: whoever misspells a file waits for ever',
  reverts: 'that a file has to be there to be deployed',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/deploy_after_download') && body)
        Object.assign(body, { files_to_deploy: null });
    });
  },
};
