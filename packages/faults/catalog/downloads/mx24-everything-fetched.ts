import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX24',
  area: 'model-engine',
  sentence: 'A download brings all files of a model, whichever were asked for.',
  source: 'Ours: every quantization of a model together fills the disk',
  reverts: 'that files_to_download is heeded',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/download') && body) Object.assign(body, { files_to_download: null });
    });
  },
};
