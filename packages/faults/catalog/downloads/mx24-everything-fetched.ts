import { defineFault } from '../../src/define-fault.ts';

export const everythingFetched = defineFault({
  id: 'MX24',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A download brings all files of a model, whichever were asked for.',
  source: 'Ours: every quantization of a model together fills the disk',
  reverts: 'that files_to_download is heeded',
  install({ http }) {
    http.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/models/download') && body) Object.assign(body, { files_to_download: null });
    });
  },
});
